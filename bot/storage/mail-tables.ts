/** The table of mails to people without Teams: a row a person, for the mail that they wait for and for their wish. */
export interface MailNoticeTable {
  person: string;
  /** When the first of the news came that they have neither read nor been mailed about; null where there is none. */
  waiting_since: string | null;
  /** The number of the newest message of that news. */
  newest: number | null;
  /** The id of the mail, once it was tried. */
  mail: string | null;
  attempts: number;
  /** Not to be tried before: it is lent, or failed. */
  due_at: string | null;
  mailed_at: string | null;
  trouble: string | null;
  /** When they said that they want none. */
  stopped_at: string | null;
}
