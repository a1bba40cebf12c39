/**
 * Pictures in the place of photos, drawn by code: calm shapes in soft colours, nobody's face and no place on earth. Their
 * descriptions say that they stand for a photo.
 */
import { Jimp } from 'jimp';

type Colour = readonly [red: number, green: number, blue: number];

interface Design {
  alt: string;
  sky: readonly [above: Colour, below: Colour];
  bands: readonly { colour: Colour; height: number; waves: number }[];
  disc: { x: number; y: number; radius: number; colour: Colour };
}

const width = 1100;
const height = 740;

const designs: readonly Design[] = [
  {
    alt: 'Hình minh họa thay cho ảnh: ba dải sóng xanh dưới vầng tròn vàng nhạt',
    sky: [
      [205, 226, 232],
      [247, 239, 218],
    ],
    bands: [
      { colour: [122, 172, 181], height: 0.58, waves: 2.2 },
      { colour: [84, 140, 158], height: 0.7, waves: 3.1 },
      { colour: [48, 102, 124], height: 0.83, waves: 1.7 },
    ],
    disc: { x: 0.72, y: 0.3, radius: 0.13, colour: [236, 198, 112] },
  },
  {
    alt: 'Hình minh họa thay cho ảnh: những dải đồng xanh và vàng dưới trời hồng',
    sky: [
      [243, 214, 202],
      [250, 238, 214],
    ],
    bands: [
      { colour: [190, 190, 112], height: 0.5, waves: 0.8 },
      { colour: [142, 168, 92], height: 0.62, waves: 1.1 },
      { colour: [214, 176, 84], height: 0.78, waves: 0.6 },
    ],
    disc: { x: 0.26, y: 0.27, radius: 0.1, colour: [214, 118, 84] },
  },
  {
    alt: 'Hình minh họa thay cho ảnh: đồi tím xa dần và một vầng tròn trắng',
    sky: [
      [196, 200, 222],
      [236, 226, 232],
    ],
    bands: [
      { colour: [164, 156, 190], height: 0.48, waves: 1.4 },
      { colour: [124, 116, 158], height: 0.63, waves: 1.9 },
      { colour: [82, 78, 118], height: 0.8, waves: 1.2 },
    ],
    disc: { x: 0.5, y: 0.24, radius: 0.09, colour: [250, 248, 242] },
  },
];

export const pictureAlt = (number: number): string => designOf(number).alt;

const designOf = (number: number): Design => designs[number % designs.length] as Design;

/** Drawing takes a moment, so each is drawn once a process. */
const drawn = new Map<Design, Promise<Buffer>>();

export function drawPicture(number: number): Promise<Buffer> {
  const design = designOf(number);
  const known = drawn.get(design) ?? draw(design);
  drawn.set(design, known);
  return known;
}

function draw(design: Design): Promise<Buffer> {
  const image = new Jimp({ width, height });
  const { data } = image.bitmap;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      data.set([...colourAt(design, x / width, y / height), 255], (y * width + x) * 4);
  return image.getBuffer('image/jpeg', { quality: 85 });
}

/** What lies in front covers what lies behind; x and y from 0 to 1. */
function colourAt({ sky, bands, disc }: Design, x: number, y: number): Colour {
  const front = bands.findLast(
    (band) => y > band.height + 0.045 * Math.sin((x * band.waves + band.height) * 2 * Math.PI),
  );
  if (front) return front.colour;
  const away = Math.hypot((x - disc.x) * (width / height), y - disc.y);
  if (away < disc.radius) return disc.colour;
  const [above, below] = sky;
  return [0, 1, 2].map((part) =>
    Math.round(above[part]! + (below[part]! - above[part]!) * y),
  ) as unknown as Colour;
}
