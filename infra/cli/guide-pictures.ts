/** After the browser test has taken the guide's pictures: writes down how large they are, so that the page keeps their places free. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readPictureSizes } from '../hosting/picture-files.ts';

const target = fileURLToPath(new URL('../../functions/guide/picture-sizes.json', import.meta.url));
const sizes = await readPictureSizes();
await writeFile(target, `${JSON.stringify(sizes, null, 2)}\n`);
process.stdout.write(`functions/guide/picture-sizes.json: ${Object.keys(sizes).length} hình\n`);
