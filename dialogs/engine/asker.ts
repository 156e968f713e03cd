/** What a dialog may know of the person who asks. The directory says it; nobody types it. */
export interface Report {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  /** Of the post that reports to the asker. */
  readonly title: string;
  readonly place: string;
  readonly weeklyHours: number | undefined;
  /** Reports to somebody who reports to the asker: may be named, and is on no list. */
  readonly isFurther?: boolean;
}

/** Those whom the asker is shown to choose from. */
export const listed = (reports: readonly Report[]): readonly Report[] =>
  reports.filter(({ isFurther }) => isFurther !== true);

export interface AskersPost {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  /** Where the person in charge there answers. */
  readonly placePhone?: string | undefined;
  /** Since when, at the latest, they have worked for the employer of the post. */
  readonly employedSince?: string | undefined;
}

/** Something that they sent before. */
export interface SentBefore {
  readonly service: string;
  readonly day: string;
}

export interface Asker {
  /** The day in Europe/London, `YYYY-MM-DD`. */
  readonly today: string;
  readonly givenName: string | null;
  readonly isManager: boolean;
  /** Those who report to the asker, and those further down who are named. A manager without any (the command line) names people freely. */
  readonly reports: readonly Report[];
  /** Their own, the main one first. Of several it is asked which a request is for. */
  readonly posts: readonly AskersPost[];
  /** First day of the NHS service that is on their record, where one is. */
  readonly nhsServiceStart?: string | undefined;
  /** What they sent before, as far back as anybody asks. */
  readonly sent?: readonly SentBefore[] | undefined;
  readonly bankHolidays: ReadonlySet<string>;
  /** Between midnight and five: "tomorrow" may then mean today. */
  readonly earlyHours: boolean;
}
