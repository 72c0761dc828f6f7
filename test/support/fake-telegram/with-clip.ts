import { newPicture, type RigOptions, startRig } from "./rig.ts";

/** A private chat in which a clip of a photo has arrived. */
export async function withClip(options: RigOptions = {}) {
  const rig = await startRig(options);
  const person = rig.user();
  const chat = person.private();
  chat.sendsPhoto(await newPicture());
  return { ...rig, person, chat, clip: await chat.nextClip() };
}
