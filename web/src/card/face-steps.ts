import type { FaceSpot } from "../../../src/bots/port/chat-port.ts";

/** How much more a step to the side counts than one up or down, where it is to go up or down. */
const ASIDE = 2;

/**
 * The place in the list of the face that an arrow key leads to from the one at `from`: left and right follow their numbers, so that
 * every face is reached; up and down lead to the nearest one there. Undefined for other keys, and where there is none.
 */
export function stepFrom(faces: readonly FaceSpot[], from: number, key: string): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (from + 1) % faces.length;
    case "ArrowLeft":
      return (from - 1 + faces.length) % faces.length;
    case "ArrowDown":
      return nearest(faces, from, 1);
    case "ArrowUp":
      return nearest(faces, from, -1);
    default:
      return undefined;
  }
}

function nearest(faces: readonly FaceSpot[], from: number, down: 1 | -1): number | undefined {
  const start = faces[from];
  if (start === undefined) return undefined;
  const centre = ({ box }: FaceSpot) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const { x, y } = centre(start);
  const ways = faces.flatMap((face, place) => {
    const { x: faceX, y: faceY } = centre(face);
    const along = down * (faceY - y);
    // Those beside it, a little lower or higher, are in its own row.
    return along < start.box.height / 2 ? [] : [{ place, length: along + ASIDE * Math.abs(faceX - x) }];
  });
  return ways.sort((one, other) => one.length - other.length)[0]?.place;
}
