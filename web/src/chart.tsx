import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

const HEIGHT = 220;
const HALF_HOUR_MS = 1_800_000;
/** Clips are whole; so are milliseconds that anybody looks at. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

interface Series {
  readonly label: string;
  readonly colour: string;
  /** One value an hour; null where there is none. */
  readonly values: readonly (number | null)[];
}

interface ChartProps {
  /** When each hour began, in ms since 1970. */
  readonly hours: readonly number[];
  readonly unit: string;
  readonly series: readonly Series[];
  readonly bars?: boolean;
}

/** Figures of the last hours as lines, or as bars side by side. */
export function Chart(props: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const data: uPlot.AlignedData = [
    props.hours.map((from) => (from + HALF_HOUR_MS) / 1000),
    ...props.series.map(({ values }) => [...values]),
  ];
  const shape = JSON.stringify(props.series.map(({ label }) => label));
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const drawn = new uPlot(optionsOf(props, current), data, current);
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.setSize({ width: current.clientWidth, height: HEIGHT }));
    watch.observe(current);
    return () => {
      watch.disconnect();
      drawn.destroy();
    };
  }, [shape]);
  useEffect(() => chart.current?.setData(data), [JSON.stringify(data)]);
  const summary = props.series.map(({ label, values }) => `${label}: ${values.map((one) => one ?? "–").join(", ")}`);
  return <div ref={place} role="img" aria-label={summary.join("; ")} />;
}

function optionsOf({ series, unit, bars = false }: ChartProps, place: HTMLElement): uPlot.Options {
  const style = getComputedStyle(place);
  const ink = style.getPropertyValue("--soft");
  const line = style.getPropertyValue("--line");
  const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  const value = (_: uPlot, raw: number | null): string => (raw === null ? "–" : `${Math.round(raw)}${unit}`);
  return {
    width: place.clientWidth,
    height: HEIGHT,
    scales: {
      x: { range: (_, least, most) => [least - 1800, most + 1800] },
      y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] },
    },
    axes: [
      { ...axis, values: (_, ticks) => ticks.map(hourName) },
      { ...axis, incrs: STEPS, size: 76, values: (_, ticks) => ticks.map((tick) => `${tick}${unit}`) },
    ],
    series: [
      { label: "hour until", value: (_, at: number | null) => (at === null ? "–" : hourName(at + 1800)) },
      ...series.map(({ label, colour }, i) => ({
        label,
        value,
        stroke: colour,
        ...(bars
          ? { fill: colour, paths: barsBeside(i, series.length), points: { show: false } }
          : { width: 2, spanGaps: true, points: { show: true, size: 7, fill: colour } }),
      })),
    ],
  };
}

function hourName(seconds: number): string {
  return new Date(seconds * 1000).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
}

/** Bars of several series in one hour stand side by side. */
function barsBeside(i: number, of: number): uPlot.Series.PathBuilder {
  const paths = uPlot.paths.bars?.({ size: [0.8 / of, 60], align: i === 0 ? -1 : 1 });
  if (paths === undefined) throw new Error("uPlot draws no bars");
  return paths;
}
