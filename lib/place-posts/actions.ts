"use server";
import { action } from "@/lib/platform/action";
import { appointInput, dismissInput, type PlaceOf } from "./schema";
import * as posts from "./service";

const page = ({ termId, place, placeId }: PlaceOf) => ({ go: `/manage/terms/${termId}/${place === "delegation" ? "delegations" : "groups"}/${placeId}#posts` });

export const appointPost = action(appointInput, async (actor, { delegateId, kind, fromOn, replace, ...of }) => {
  await posts.appoint(actor, of, { delegateId, kind, fromOn, replace });
  return page(of);
});

export const dismissPost = action(dismissInput, async (actor, { id, untilOn, ...of }) => {
  await posts.dismiss(actor, of, { id, untilOn });
  return page(of);
});
