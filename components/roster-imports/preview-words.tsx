import type { Checked } from "@/lib/roster-imports/checked";
import { labelOf } from "@/lib/delegates/roster/fields";
import { optionsFor, type Places } from "./word-options";

const MOST = 100;

/** Words nobody knows, each mapped once for all rows. */
export function PreviewWords({ words, places }: { words: Checked["unknownWords"]; places: Places }) {
  if (words.length === 0) return null;
  return (
    <div className="import-words" role="group" aria-label="不认识的词">
      <p>不认识的词 {words.length} 个，对应一次，全表通用{words.length > MOST ? `；先列出 ${MOST} 个，应用后再列其余` : ""}。</p>
      <ul>
        {words.slice(0, MOST).map((w) => (
          <li key={`${w.field}${w.word}`}>
            <b>{w.word}</b><span className="muted">{w.count} 行，{labelOf(w.field)}</span>
            <input type="hidden" name="about[]" value={`word|${w.field}:${w.word}`} />
            <select name="value[]" className="input small" aria-label={`${w.word} 对应的${labelOf(w.field)}`} defaultValue="">
              <option value="">选择{labelOf(w.field)}</option>
              {optionsFor(w.field, places).map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
            </select>
          </li>
        ))}
      </ul>
    </div>
  );
}
