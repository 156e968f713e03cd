/** What Teams is told of a stream, in the entities of what is sent. */
export interface StreamInfo {
  readonly type: 'streaminfo';
  readonly streamType: 'informative' | 'final';
  readonly streamId?: string;
  readonly streamSequence?: number;
}
