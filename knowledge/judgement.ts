/** How well a passage that was found speaks of a question. */
export interface Judgement {
  /** How many different meaning-bearing words the question has. */
  readonly asked: number;
  /** 0 to 1: how much of the question's meaning-bearing words the passage has; a word it has in passing counts half. */
  readonly covered: number;
  /** 0 to 1: how alike the question and the passage's most alike way of asking, or sentence, are. */
  readonly alike: number;
  /** How many of the question's subjects that way of asking has. */
  readonly shared: number;
  /** That way of asking, or sentence. */
  readonly ask: string;
}
