/** Pieces of a read-back that many services have. Each is left out where its slot is not known. */
export const AFTER_MIDNIGHT = '. You said so after midnight, so I counted from {countedFrom}';
export const FOR_YOUR_POST = '. This is for your post as {post}';
export const IN_YOUR_WORDS = '. In your words: “{detail}”';
export const YOUR_NOTE = '. Your note: “{note}”';
export const YOUR_REASON = '. Your reason: “{reason}”';
