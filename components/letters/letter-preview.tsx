import { randomUUID } from "node:crypto";
import { OneButton } from "@/components/accounts/one-button";
import "@/components/messages/messages.css";
import { ActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { detachLetterFile, discardLetter, sendLetter } from "@/lib/letters/actions";
import { MOST_FILES, refusals } from "@/lib/letters/labels";
import type { LetterRecord } from "@/lib/letters/queries";
import type { Reached } from "@/lib/letters/reach-queries";
import { mustName } from "@/lib/messages/labels";
import { sizeOf } from "@/lib/platform/media";

/** The letter as its readers will see it. */
export function LetterText({ of, titled = true }: { of: Pick<LetterRecord, "title" | "text" | "must">; /** Off where the page bears the title itself. */ titled?: boolean }) {
  if (!titled) return <><Tag tone={of.must ? "amber" : "plain"}>{mustName(of.must)}</Tag><p className="letter mt-2">{of.text}</p></>;
  return <><h2 className="text-lg">{of.title}　<Tag tone={of.must ? "amber" : "plain"}>{mustName(of.must)}</Tag></h2><p className="letter mt-2">{of.text}</p></>;
}

const FEW = 20;

/** Delegates who cannot get it, by name. */
export function Missed({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Notice tone="warn" title={`${names.length} 名代表没有可以登录的账号，收不到`}>
      {names.length > FEW ? <details className="fold"><summary>{names.slice(0, 5).join("、")} 等，看全部名单</summary><p>{names.join("、")}</p></details> : names.join("、")}
    </Notice>
  );
}

function Files({ of, refused }: { of: LetterRecord; refused?: string }) {
  return (
    <Card title="附件" id="files" aside={`${of.files.length} 个，最多 ${MOST_FILES} 个`}>
      <ul className="grid gap-2">
        {of.files.map((file) => <li key={file.id} className="flex flex-wrap items-center gap-3"><a href={`/messages/files/${file.id}`} download className="underline">{file.fileName}</a><span className="num text-13 text-ink-3">{sizeOf(file.size)}</span><OneButton action={detachLetterFile} label="删去" fields={{ id: file.id }} variant="plain" small /></li>)}
      </ul>
      {of.files.length >= MOST_FILES ? null : (
        <form action={`/messages/drafts/${of.id}/files`} method="post" encType="multipart/form-data" className="mt-3">
          {refused ? <div className="notice danger mb-3" role="alert"><b>{refused}</b></div> : null}
          <div className={refused ? "field bad mb-3" : "field mb-3"}>
            <label htmlFor="file">添加附件</label>
            <p className="hint" id="file-hint">PDF、JPG、PNG、Word（.docx）或 Excel（.xlsx），一次一个，每个不超过 10 MB。没有的可以不加。</p>
            <input id="file" name="file" type="file" required accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx" aria-describedby="file-hint" className="input" />
          </div>
          <Button>上传附件</Button>
        </form>
      )}
    </Card>
  );
}

const parts = ({ delegates, liaisons, handling, colleagues }: Reached) =>
  [[delegates, "代表"], [liaisons, "联络员"], [handling, "承办单位"], [colleagues, "同事"]].filter(([n]) => n !== 0).map(([n, name]) => `${name} ${n} 人`).join("，");

/** What will go out, to whom and with what, before it goes. */
export function LetterPreview({ of, reached, refused }: { of: LetterRecord; reached: Reached | { refused: string }; refused?: string }) {
  const edit = <LinkButton href={`/messages/new?letter=${of.id}&edit=1`}>修改</LinkButton>;
  return (
    <div className="stack max-w-4xl">
      <Card><LetterText of={of} /></Card>
      {"refused" in reached ? <Notice tone="danger" title="现在不能发出">{reached.refused}</Notice> : (
        <Card title={`将发给 ${reached.heads} 人`}>
          <p className="text-ink-2">{parts(reached)}。{reached.heads > 0 ? <>收到的人：{reached.names.slice(0, 5).join("、")}{reached.heads > 5 ? " 等" : ""}。</> : null}</p>
          <div className="mt-3"><Missed names={reached.missed} /></div>
        </Card>
      )}
      <Files of={of} {...(refused ? { refused } : {})} />
      {"refused" in reached || reached.heads === 0 ? (
        <Card>{"refused" in reached ? null : <p>{refusals.empty}</p>}<div className="send">{edit}</div></Card>
      ) : (
        <Card>
          <ActionForm action={sendLetter} formKey={randomUUID()} id="send" submit={`发给 ${reached.heads} 人`} version={of.version} beside={edit}>
            <input type="hidden" name="id" value={of.id} /><input type="hidden" name="seal" value={reached.seal} />
            <p className="text-ink-2">发出后不能收回。收件人是否读过，在“已发通知”中查看。</p>
          </ActionForm>
        </Card>
      )}
      <OneButton action={discardLetter} label="放弃这份草稿" fields={{ id: of.id, version: String(of.version) }} variant="danger" />
    </div>
  );
}
