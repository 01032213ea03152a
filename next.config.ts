import type { NextConfig } from "next";

const https = process.env.APP_URL?.startsWith("https:") ?? false;

const headers = [
  { key: "referrer-policy", value: "same-origin" },
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
  ...(https ? [{ key: "strict-transport-security", value: "max-age=31536000; includeSubDomains" }] : []),
];

const config: NextConfig = {
  distDir: process.env.NEXT_DIST ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "echarts", "exceljs", "pg", "pg-boss", "pino", "cnchar", "cnchar-order", "pinyin-pro", "yauzl", "iconv-lite", "docx", "sharp"],
  // The run of all tests has checked them a moment ago.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === "1" },
  experimental: { authInterrupts: true },
  headers: async () => [{ source: "/:path*", headers }],
};

export default config;
