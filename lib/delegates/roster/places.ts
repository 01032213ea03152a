import type { FieldKey } from "./fields";
import type { WordReader } from "./word-book";
import { bareWord } from "@/lib/platform/spreadsheet/words";

/** An existing record, or one to be made when the import is confirmed. */
export type PlaceRef = { id: string } | { create: string };

export type Place = { id: string; name: string };

export type PlaceField = Extract<FieldKey, "delegation" | "electingUnit" | "group">;

/**
 * Knows the places of the term. In an empty term (`open`) every name found is proposed; otherwise an unknown name is
 * an unknown word, which the user may map or declare new.
 */
export class Places {
  private readonly proposals = new Map<string, string>();
  private readonly byName = new Map<string, Place>();
  private readonly ids = new Set<string>();

  constructor(places: readonly Place[], private readonly open: boolean) {
    for (const place of places) {
      this.ids.add(place.id);
      if (!this.byName.has(bareWord(place.name))) this.byName.set(bareWord(place.name), place);
    }
  }

  /** How a cell's text becomes one of these places. */
  reader(text: string, optional: boolean): WordReader<PlaceRef> {
    return {
      optional,
      read: (word) => {
        const place = this.byName.get(bareWord(word));
        if (place) return { id: place.id };
        return this.open ? this.propose(word) : null;
      },
      fromDecision: (decision) => {
        if (decision === "new") return this.propose(text);
        return this.ids.has(decision) ? { id: decision } : null;
      },
    };
  }

  /** Names that will be made, in the order they were met. */
  proposed(): string[] {
    return [...this.proposals.values()];
  }

  private propose(text: string): PlaceRef {
    const name = this.proposals.get(bareWord(text)) ?? text.normalize("NFC").replace(/\s/g, "");
    this.proposals.set(bareWord(text), name);
    return { create: name };
  }
}
