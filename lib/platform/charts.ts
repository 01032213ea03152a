import { BarChart, ScatterChart, type BarSeriesOption, type ScatterSeriesOption } from "echarts/charts";
import { GridComponent, type GridComponentOption } from "echarts/components";
import { init, use as register, type ComposeOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

register([BarChart, ScatterChart, GridComponent, SVGRenderer]);

type Option = ComposeOption<BarSeriesOption | ScatterSeriesOption | GridComponentOption>;

const ink = "#1F1D1B";
const bar = "#1F4E8C";
const short = "#B8862B";
const font = "PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif";
const ROW = 28;

export type BarRow = {
  label: string;
  value: number;
  /** As printed at the end of the row; the number itself unless given. */
  text?: string;
  /** Drawn as an upright tick. */
  target?: number;
  /** Hatched when false; unless given, a value under its target is not met. */
  met?: boolean;
  /** A path of this site; anything else is drawn as plain text. */
  href?: string;
};

export type BarChartInput = { title: string; unit: string; source: string; rows: readonly BarRow[]; width?: number; max?: number };

const escape = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Width of a text at 14 px: a Chinese character is one em, the rest a little over half. */
const wide = (text: string) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 14 : 8), 0);

const isMet = (row: BarRow) => row.met ?? (row.target === undefined || row.value >= row.target);

/** Stripes tell "not met" where colours cannot be told apart. */
const hatch = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: -Math.PI / 4, color: "#FFFFFF" };

function axes(rows: readonly BarRow[], end: number, labels: number): Pick<Option, "xAxis" | "yAxis"> {
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false }, inverse: true, type: "category" as const };
  const text = { fontSize: 14, fontFamily: font, color: ink, interval: 0, align: "left" as const };
  return {
    xAxis: { type: "value", show: false, min: 0, max: end },
    yAxis: [
      { ...bare, data: rows.map((row) => row.label), axisLabel: { ...text, margin: labels } },
      { ...bare, data: rows.map((row) => row.text ?? row.value.toLocaleString("en")), position: "right", axisLabel: { ...text, fontWeight: 600, margin: 12 } },
    ],
  };
}

function series(rows: readonly BarRow[], end: number): Array<BarSeriesOption | ScatterSeriesOption> {
  const still = { silent: true, emphasis: { disabled: true } };
  return [
    {
      ...still, type: "bar", barWidth: 10, showBackground: true, backgroundStyle: { color: "#F3F1EE" },
      data: rows.map((row) => ({ value: Math.min(row.value, end), itemStyle: isMet(row) ? { color: bar } : { color: short, decal: hatch } })),
    },
    {
      ...still, type: "scatter", symbol: "rect", symbolSize: [2, 18], itemStyle: { color: ink, opacity: 1 },
      data: rows.flatMap((row, i) => (row.target === undefined ? [] : [[Math.min(row.target, end), i]])),
    },
  ];
}

/** No inline style survives: the pages forbid it, so what the drawing needs moves into attributes. */
const withoutStyles = (svg: string) =>
  svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (class|ecmeta_\w+)="[^"]*"/g, "")
    .replace(/ style="([^"]*)"/g, (_, css: string) =>
      css.split(";").map((rule) => rule.split(":").map((part) => part.trim())).filter(([name, value]) => name && value && /^(font|fill|stroke|text)-?/.test(name))
        .map(([name, value]) => ` ${name}="${value}"`).join(""));

/** Row names that lead somewhere become links inside the drawing. */
function linked(svg: string, rows: readonly BarRow[]): string {
  return rows.reduce((drawn, row) => {
    if (!row.href?.startsWith("/")) return drawn;
    const at = drawn.indexOf(`>${escapeAsDrawn(row.label)}</text>`);
    if (at < 0) return drawn;
    const [from, to] = [drawn.lastIndexOf("<text", at), drawn.indexOf("</text>", at) + "</text>".length];
    return `${drawn.slice(0, from)}<a href="${escape(row.href)}">${drawn.slice(from, to)}</a>${drawn.slice(to)}`;
  }, svg);
}

const escapeAsDrawn = (text: string) => text.replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c] ?? c);

/**
 * Horizontal bars as an SVG text, drawn on the server: 28 px a row, width in px at the standard text size (it grows with
 * the reader's size). Rows under their target are hatched. Carries no script and no style attribute.
 */
export function barChart({ title, unit, source, rows, width = 640, max }: BarChartInput): string {
  const height = rows.length * ROW + 8;
  const end = max ?? Math.max(1, ...rows.map((row) => Math.max(row.value, row.target ?? 0)));
  const labels = Math.max(0, ...rows.map((row) => wide(row.label))) + 12;
  const values = Math.max(0, ...rows.map((row) => wide(row.text ?? row.value.toLocaleString("en")))) + 20;
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    const option: Option = { animation: false, grid: { left: labels, right: values, top: 4, bottom: 4 }, ...axes(rows, end, labels), series: series(rows, end) };
    chart.setOption(option);
    const drawn = linked(withoutStyles(chart.renderToSVGString()), rows);
    const role = rows.some((row) => row.href) ? "group" : "img";
    const box = `viewBox="0 0 ${width} ${height}" width="${width / 16}rem" role="${role}" aria-label="${escape(`${title}。单位：${unit}。来源：${source}`)}"`;
    return drawn.replace(/<svg[^>]*>/, `<svg xmlns="http://www.w3.org/2000/svg" ${box}>`);
  } finally {
    chart.dispose();
  }
}
