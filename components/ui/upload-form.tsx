"use client";
import { useState, type FormEvent, type ReactNode } from "react";
import { Button } from "./button";

/** A plain multipart form for one workbook; with scripts it shows how much has been sent. */
export function UploadForm({ action, label, hint, children }: { action: string; label: string; hint: string; children?: ReactNode }) {
  const [sent, setSent] = useState<number | null>(null);
  const [failed, setFailed] = useState<string | null>(null);

  function send(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    if (!form.file.files[0]) return;
    event.preventDefault();
    setFailed(null);
    setSent(0);
    const request = new XMLHttpRequest();
    request.upload.onprogress = (e) => setSent(Math.round((e.loaded / e.total) * 100));
    request.onload = () => {
      if (request.status < 400) window.location.assign(request.responseURL);
      else fail(request.status === 401 ? "登录已失效，请重新登录后再上传。" : request.responseText || "上传没有成功，请稍后再试。");
    };
    request.onerror = () => fail("网络中断，文件没有传完。请检查网络后再上传一次。");
    request.open("POST", form.action);
    request.send(new FormData(form));
  }

  function fail(message: string) {
    setFailed(message);
    setSent(null);
  }

  return (
    <form action={action} method="post" encType="multipart/form-data" onSubmit={send} className="stack">
      {children}
      <div className="field">
        <label htmlFor="file">{label}</label>
        <p className="hint" id="file-hint">{hint}</p>
        <input id="file" name="file" type="file" required accept=".xlsx,.csv" aria-describedby="file-hint" className="input" />
      </div>
      {failed ? <div className="notice danger" role="alert"><b>{failed}</b></div> : null}
      {sent === null ? null : <div role="status"><p className="num mb-1">{sent < 100 ? `正在上传 ${sent}%` : "已上传，正在打开"}</p><progress value={sent} max={100} aria-label="上传进度" /></div>}
      <Button variant="primary" disabled={sent !== null}>上传并核对</Button>
    </form>
  );
}
