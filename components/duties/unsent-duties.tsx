"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import Link from "next/link";
import * as drafts from "@/components/drafts/store";
import { Button } from "@/components/ui/button";
import { sendDuty } from "@/lib/duties/actions";
import { idle } from "@/lib/platform/action-state";

type Sent = { duties: number; drafts: number };

const formOf = (values: drafts.Values, draft: boolean): FormData => {
  const form = new FormData();
  const all: drafts.Values = draft ? { ...values, then: "draft" } : values;
  for (const [name, value] of Object.entries(all)) {
    if (typeof value === "string") form.append(name, value);
    else for (const one of value) form.append(`${name}[]`, one);
  }
  return form;
};

/** Sends one record as it was meant; what cannot be submitted yet comes to the server as a draft. */
async function send(account: string, one: drafts.Draft): Promise<keyof Sent | "later" | "refused"> {
  for (const draft of [false, true]) {
    const state = await sendDuty(idle, formOf(one.values, draft));
    if (state.status === "done") {
      await drafts.drop(one.key);
      return draft || one.values.then === "draft" ? "drafts" : "duties";
    }
    // Signed out, or the server is in trouble: nothing is wrong with the record.
    if (state.signedOut || state.reference) return "later";
    if (draft) await drafts.keep(account, { ...one, state: "refused", why: `没有送出：${[state.message, ...Object.values(state.fields ?? {}).flat()].filter(Boolean).join(" ")}` });
  }
  return "refused";
}

/** What waits on this device for the network, sent as soon as there is one, and what became of it. */
export function UnsentDuties({ account }: { account: string }) {
  const [waiting, setWaiting] = useState<drafts.Draft[]>([]);
  const [sent, setSent] = useState<Sent>({ duties: 0, drafts: 0 });
  const busy = useRef(false);

  const look = useCallback(async () => {
    if (busy.current || !drafts.canKeep()) return;
    busy.current = true;
    try {
      for (const one of (await drafts.list(account)).filter(({ state }) => state === "queued")) {
        if (!navigator.onLine) break;
        const became = await send(account, one);
        if (became === "later") break;
        if (became !== "refused") setSent((now) => ({ ...now, [became]: now[became] + 1 }));
      }
    } catch {
      // The network is gone again: what is left waits for the next time.
    }
    // A browser that keeps nothing, as in a private window, has nothing waiting.
    const left = await drafts.list(account).catch(() => []);
    setWaiting(left.filter(({ state }) => state !== "typing"));
    busy.current = false;
  }, [account]);

  useEffect(() => {
    const again = () => void look();
    const first = setTimeout(again);
    for (const event of ["online", "drafts", "pageshow"]) window.addEventListener(event, again);
    return () => {
      clearTimeout(first);
      for (const event of ["online", "drafts", "pageshow"]) window.removeEventListener(event, again);
    };
  }, [look]);

  const queued = waiting.filter(({ state }) => state === "queued").length;
  const refused = waiting.filter(({ state }) => state === "refused");
  const discard = (key: string) => void drafts.drop(key).then(look);
  if (queued + refused.length + sent.duties + sent.drafts === 0) return null;
  return (
    <div className="unsent" role="status">
      {queued > 0 ? <p className="notice"><span>{queued} 条履职记录存在本机，还没有送出，联网后自动送出。</span><Button type="button" small onClick={() => void look()}>现在送出</Button></p> : null}
      {sent.duties > 0 ? <p className="notice done"><span>存在本机的 {sent.duties} 条履职记录已送出，等待审核。</span><Link href="/my/duties?state=SUBMITTED" prefetch={false}>查看</Link></p> : null}
      {sent.drafts > 0 ? <p className="notice done"><span>存在本机的 {sent.drafts} 条履职记录已送出，存为草稿，请补齐后提交。</span><Link href="/my/duties?state=DRAFT" prefetch={false}>去补齐</Link></p> : null}
      {refused.map(({ key, kind, why }) => <p key={key} className="notice danger"><span>{why}</span><Link href={`/my/duties/new?kind=${kind}`} prefetch={false}>去修改</Link><Button type="button" small onClick={() => discard(key)}>删除</Button></p>)}
    </div>
  );
}
