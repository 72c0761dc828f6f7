/** What `profile.ts` has watched: one clip to warm up, then so many as its argument says, each photo seen for the first time. */
import { openPipeline } from "../src/pipeline/pipeline.ts";
import { portraitOf } from "./photos.ts";

const photo = await portraitOf(2);
const pipeline = openPipeline();
for (let clip = 0; clip <= Number(process.argv[2]); clip++) await pipeline.animate({ photo, gesture: "blink" });
await pipeline.close();
