import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';

/** Maximum size of an image as sent, in bytes. */
export const IMAGE_MAX_BYTES = 10 * 1024 * 1024;
/** Longest side of a stored image, in pixels: enough to see a rash. */
const LONGEST_SIDE = 2_400;
/** Refuses images that would decode to absurd sizes. */
const MOST_PIXELS = 80_000_000;

const ACCEPTED = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']);

export interface CleanImage {
  bytes: Buffer;
  contentType: 'image/jpeg';
  width: number;
  height: number;
}

/** The content is not an image that we accept, whatever its file name says. */
export class NotAnImageError extends Error {
  constructor(readonly found: string | null) {
    super(`Not an image that is taken: ${found ?? 'unknown content'}`);
    this.name = 'NotAnImageError';
  }
}

/**
 * An image made anew from its pixels: turned upright, at most 2,400 px, as JPEG, without metadata (location,
 * camera, time) and without anything that was hidden behind or inside it.
 * @throws NotAnImageError when the content is not one of JPEG, PNG, WebP, AVIF, GIF, or cannot be decoded
 */
export async function cleanImage(bytes: Buffer): Promise<CleanImage> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !ACCEPTED.has(type.mime)) throw new NotAnImageError(type?.mime ?? null);
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, contentType: 'image/jpeg', width: info.width, height: info.height };
  } catch {
    throw new NotAnImageError(type.mime);
  }
}
