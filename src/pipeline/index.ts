/** The public door: photos in, clips out. docs/library.md shows how. */
export { UserError, type UserErrorCode } from "../errors.ts";
export type { Cast, Engine, EngineTools, Film, OpenEngine, Puppet } from "./engine.ts";
export type { EngineLimits, FaceLimits, TurnLimit, TurnLimits } from "./limits.ts";
export type { Driver } from "./motion/drivers.ts";
export type { Movement } from "./motion/movement.ts";
export type { Music, Song } from "./motion/song.ts";
export type { LookOptions, MovementOptions, PhotoFaces, Pipeline, PipelineOptions } from "./pipeline.ts";
export { openPipeline } from "./pipeline.ts";
export type { AnimatedFace, AnimateOptions, AnimateRequest, Animation, Clip, Stage } from "./request.ts";
export type { Sticker } from "./sticker/sticker.ts";
export type { Box, ClipFraming, Face, FaceObstacle, Photo, Pose, SeenPhoto } from "./types.ts";
export type { ExportedClip, ExportOptions } from "./video/export.ts";
export { VideoError } from "./video/ffmpeg-read.ts";
export type { ClipFormat, Product } from "./video/formats.ts";
