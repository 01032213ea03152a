"use client";
import ErrorPage from "./error";
import "./globals.css";

/** When even the frame of every page fails: the same words in a frame of its own. */
export default function GlobalError(fault: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body><ErrorPage {...fault} /></body>
    </html>
  );
}
