/** The id of a file in a link that people copy from Drive; folders and documents are no photos. */

/** The add-on, which shares this, has no URL class. */
const fileLink =
  /^https:\/\/(?:drive|docs)\.google\.com\/(?:(?:a\/[^/?#]+\/)?file\/(?:u\/\d+\/)?d\/|(?:u\/\d+\/)?(?:open|uc|thumbnail)\?(?:[^#]*&)?id=)([A-Za-z0-9_-]{4,200})(?=[/?&#]|$)/i;

export const driveFileId = (url: string): string | undefined => fileLink.exec(url)?.[1];
