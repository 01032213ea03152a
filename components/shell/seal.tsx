"use client";

const glyph = "M20.2 7.3 20.1 7.4C20.8 8.1 21.7 9.3 22 10.3C24.1 11.5 25.6 7.6 20.2 7.3ZM16.4 6.9C16.4 9.2 16.4 11.3 16.7 13.3L12.5 13.8L12.7 14.4L16.8 13.9C17.4 18.2 18.8 21.8 21.8 24.3C22.8 25.1 24.5 25.9 25.4 25C25.7 24.6 25.6 24 24.9 22.9L25.3 19.5L25.1 19.5C24.8 20.3 24.2 21.4 23.8 22C23.6 22.3 23.5 22.3 23.2 22C20.6 20.2 19.5 17.1 19 13.6L24.9 13C25.2 12.9 25.4 12.8 25.4 12.5C24.4 11.9 22.7 10.9 22.7 10.9L21.5 12.8L19 13.1C18.8 11.4 18.7 9.6 18.8 7.9C19.3 7.8 19.4 7.6 19.5 7.3ZM10.8 6.6C9.9 10.5 8.2 14.5 6.4 17L6.7 17.2C7.7 16.4 8.6 15.6 9.5 14.5V25.4H10C10.9 25.4 11.8 24.9 11.8 24.7V12.9C12.2 12.9 12.4 12.8 12.5 12.6L11.3 12.1C12.1 10.9 12.7 9.6 13.3 8.1C13.8 8.1 14.1 7.9 14.2 7.7Z";

/**
 * The mark: a square seal with 代, drawn, so it looks the same on machines without a Song typeface. A client part, for
 * otherwise its path travels with every page as often as a frame or a refusal could show it.
 */
export function Seal({ relief }: { relief?: boolean }) {
  return <svg className={relief ? "seal relief" : "seal"} viewBox="3 3 26 26" aria-hidden="true"><path d={glyph} /></svg>;
}
