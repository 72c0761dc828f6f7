/** How many jobs can be in work at once. Machines come and go, and places with them. */
export interface Places {
  /** Those that there are now, taken ones included; 0 while nothing can be made at all. */
  readonly count: number;
  /** Has `changed` called whenever there are more, or fewer. */
  onChange(changed: () => void): void;
}

/** Always the same, >= 1. */
export function fixedPlaces(count: number): Places {
  return { count, onChange: () => undefined };
}
