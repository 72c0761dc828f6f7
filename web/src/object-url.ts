import { useEffect, useMemo } from "preact/hooks";

/** An address in this browser that shows a file, as long as this is used. */
export function useObjectUrl(file: Blob): string {
  const url = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return url;
}
