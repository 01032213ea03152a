const paths = {
  home: "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
  list: "M8 5H5v16h14V5h-3M8 3h8v4H8zM8.5 14l2.5 2.5 4.5-5",
  write: "M18 12v9H5V4h8M9 16h5M10 12.5l1-3L18.5 2l2 2L13 11.5z",
  bell: "M6 17v-6a6 6 0 0112 0v6l1.5 2h-15zM10 21.5h4",
  person: "M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c0-4 3.5-6.5 8-6.5s8 2.5 8 6.5",
  back: "M15 5l-7 7 7 7",
  go: "M9 5l7 7-7 7",
  check: "M5 12.5l5 5 9-11",
  file: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  calendar: "M5 6h14v14H5zM5 10h14M9 3v4M15 3v4",
};

export type IconName = keyof typeof paths;

/** A line drawing beside a word; never the only carrier of a meaning. */
export function Icon({ name }: { name: IconName }) {
  return <svg className="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={paths[name]} /></svg>;
}
