/** What was published of an organisation and month; no row of it is ever changed. */
export interface PublishedMonthTable {
  organisation: string;
  /** `2026-10` */
  month: string;
  /** A `PublishedMonth`, as JSON. */
  body: string;
}
