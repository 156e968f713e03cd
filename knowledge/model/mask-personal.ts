/** Takes what identifies a person out of a question before it leaves for a model. */

/** Finds spans of text; the chat library brings one for e-mail addresses and one for bank cards. */
export type Detector = (text: string) => readonly { readonly text: string }[];

/** UK phone numbers, NHS numbers, National Insurance numbers. Figures of policy are shorter. */
const NUMBERS = [
  /(?:\+44|\b0)[\d ]{9,13}\b/g,
  /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g,
  /\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi,
];

export function maskPersonal(text: string, detectors: readonly Detector[]): string {
  const masked = detectors
    .flatMap((detect) => detect(text))
    .reduce((left, found) => left.replaceAll(found.text, '…'), text);
  return NUMBERS.reduce((left, pattern) => left.replace(pattern, '…'), masked);
}
