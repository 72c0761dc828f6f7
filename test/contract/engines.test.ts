import { openMeshEngine, sceneOf } from "../../src/pipeline/mesh/engine.ts";
import { fadingBoxes, openFadingEngine } from "../support/fading-engine.ts";
import { movablePixels } from "../support/whole-photo.ts";
import { describeEngine } from "./engine.contract.ts";

describeEngine("The mesh engine", { open: openMeshEngine, movable: (film) => movablePixels(sceneOf(film)) });

describeEngine("A still that drifts and fades", {
  open: openFadingEngine,
  movable: (film, cast) => {
    const free = new Uint8Array(film.width * film.height);
    for (const { x, y, width, height } of fadingBoxes(cast, film))
      for (let row = y; row < y + height; row++) free.fill(1, row * film.width + x, row * film.width + x + width);
    return free;
  },
});
