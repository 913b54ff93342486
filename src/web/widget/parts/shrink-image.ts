/** As much as a clinician needs to see, and little enough for a slow line. */
const LONGEST_SIDE = 2_400;
const SMALL_BYTES = 700_000;
const QUALITY = 0.85;

/**
 * A photograph made smaller before it is sent, upright as it was taken; the file itself where it is small already or
 * cannot be read here.
 */
export async function shrinkImage(file: Blob): Promise<Blob> {
  if (file.size <= SMALL_BYTES) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * share);
    canvas.height = Math.round(picture.height * share);
    const drawing = canvas.getContext('2d');
    if (!drawing) return file;
    // What is see-through in the picture would else be black.
    drawing.fillStyle = 'white';
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return small && small.size < file.size ? small : file;
  } catch {
    return file;
  }
}
