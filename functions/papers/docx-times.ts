/** Takes the moment of writing out of a zip: the same paper must give the same bytes, so that two can be compared. */

const signatures = { entry: 0x04034b50, directory: 0x02014b50 } as const;
const endOfDirectory = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/** 01/01/1980 00:00, the first that a zip can hold. */
const firstDay = 0x21;

/** The library writes the present moment here; this says who made the file and nothing of when. */
export const timelessProperties = {
  path: 'docProps/core.xml',
  data: '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Gương Sáng</dc:creator></cp:coreProperties>',
};

/** Of an archive as docx writes it: one disk, no comment, fewer than 65,536 files. */
export function withoutTimes(archive: Uint8Array): Uint8Array {
  const file = Buffer.from(archive);
  const end = file.lastIndexOf(endOfDirectory);
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const entry = file.readUInt32LE(at + 42);
    if (file.readUInt32LE(at) !== signatures.directory || file.readUInt32LE(entry) !== signatures.entry)
      throw new Error('not the archive that docx writes');
    file.writeUInt32LE(firstDay << 16, at + 12);
    file.writeUInt32LE(firstDay << 16, entry + 10);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return new Uint8Array(file);
}
