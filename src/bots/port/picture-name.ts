const PICTURE_NAME = /\.(jpe?g|jfif|png|webp|avif|tiff?|bmp|gif|heic|heif)$/i;

/** Whether a file's name is a picture's: not every platform tells what a file is. */
export function isPictureName(name: string): boolean {
  return PICTURE_NAME.test(name);
}
