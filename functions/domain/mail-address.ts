/** What one e-mail address may look like: the door for staff lists and mails alike, so that no address becomes a header. */

/** One mailbox: a comma would quietly add a second recipient, a space or a line break a second header. */
const shape = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,255}$/u;

export const isMailAddress = (text: string): boolean => shape.test(text);
