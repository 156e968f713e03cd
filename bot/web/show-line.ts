/** A phone number that a phone can ring. */
export const call = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
