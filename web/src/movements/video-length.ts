/** How long a video lasts, in seconds, or null where this browser cannot tell. */
export async function secondsOf(file: Blob): Promise<number | null> {
  const video = document.createElement("video");
  const url = URL.createObjectURL(file);
  const seconds = new Promise<number | null>((resolve) => {
    video.onloadedmetadata = () => resolve(Number.isFinite(video.duration) ? video.duration : null);
    video.onerror = () => resolve(null);
  });
  video.preload = "metadata";
  video.src = url;
  try {
    return await seconds;
  } finally {
    URL.revokeObjectURL(url);
  }
}
