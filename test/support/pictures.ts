import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A plain picture. */
export function picture(
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' = 'jpeg',
  size = { width: 60, height: 40 },
): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background: '#c33' } })
    .toFormat(format)
    .toBuffer();
}

/** A JPEG of some megabytes, as a phone takes it. */
export function photograph(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: '#c33', noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** A JPEG that a phone held on its side took: with the place, the camera, and a turn that viewers should make. */
export function pictureOfPhone(): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#c33' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Telefonmakaren', Copyright: 'Lisa Andersson' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 36/1 0/1', GPSLongitude: '16/1 32/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** A PNG of a few bytes that says it unpacks to so many pixels. */
export function bomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit, grey
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
