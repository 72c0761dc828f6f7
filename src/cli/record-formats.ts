/** How `record` can write a driver: as it is, or as another program records a face. */
export const RECORD_FORMATS = ["driver", "live-link", "face-landmarker"] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];
