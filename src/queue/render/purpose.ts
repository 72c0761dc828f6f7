import type { Order } from "./messages.ts";

/** What a process of a studio is for, or a place on a machine. Looks and conversions never wait for clips. */
export const PURPOSES = ["look", "render", "convert"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Which of them each order is for. */
export const PURPOSE_OF: Readonly<Record<Order["kind"], Purpose>> = {
  look: "look",
  render: "render",
  sticker: "render",
  reel: "render",
  convert: "convert",
  verify: "convert",
  measure: "convert",
  listen: "convert",
  products: "convert",
};

/** The id of the photo that an order is about, where there is one that is remembered. */
export function photoOf(order: Order): string | undefined {
  return "request" in order ? order.request.id : undefined;
}
