import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { PRODUCT } from "@/components/shell/brand";
import { textSize } from "@/components/shell/text-size";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: PRODUCT, template: `%s · ${PRODUCT}` },
  description: "党代表履职登记、提案办理与服务的工作平台",
  icons: { icon: "/favicon.svg" },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover", themeColor: "#faf9f7" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const size = await textSize();
  return (
    <html lang="zh-CN" data-size={size === "standard" ? undefined : size}>
      <body>
        {process.env.DEMO === "1" ? <aside className="demo" aria-label="环境说明">演示环境：数据均为虚构，请勿录入真实个人信息</aside> : null}
        {children}
      </body>
    </html>
  );
}
