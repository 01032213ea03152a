import { comeFrom } from "../support/request";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { getDelegatePhoto, getOwnPhoto, postDelegatePhoto } from "@/lib/delegates/handlers";
import { photoRefusals } from "@/lib/delegates/labels";
import { getPhoto, listPhotos } from "@/lib/delegates/photo-queries";
import { addOwnPhoto, removePhoto, setPhoto } from "@/lib/delegates/photo-service";
import { getDelegate } from "@/lib/delegates/queries";
import { mint, type AccountActor } from "@/lib/platform/actor";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { PHOTO } from "@/lib/platform/images";
import { actingAs, auditOf, plantAccount, tokenOf, type Planted } from "../support/accounts";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const GPS = { IFD0: { Copyright: "SECRET-OWNER" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 12/1 30/1" } };
const picture = (background: string) => sharp({ create: { width: 900, height: 900, channels: 3, background } });
const jpeg = async (background = "#405080") => new Uint8Array(await picture(background).withExif(GPS).jpeg().toBuffer());

let house: House;
let account: Planted;
let office: AccountActor;
let ids: { yunfan: string; beigu: string };

beforeEach(async () => {
  house = await newHouse();
  account = await plantAccount(house.id, "OFFICE");
  office = actingAs(account, "OFFICE", house.id);
  const person = (name: string, unitId: string) => ({ values: filled({ name, delegationId: house.delegations.cloud }), unitId });
  const [yunfan = "", beigu = ""] = await enter(house, [person("黄立", house.units.yunfan), person("万立", house.units.beigu)]);
  ids = { yunfan, beigu };
});

const stored = async () => (await ownerQuery<{ photoCipher: Buffer; thumbCipher: Buffer }>(`SELECT * FROM "PersonPhoto" WHERE "committeeId" = $1`, [house.id]));

describe("a photograph", () => {
  it("is kept written anew and sealed, seen by whoever sees the record, and told in the audit", async () => {
    await setPhoto(office, ids.yunfan, await jpeg());
    for (const actor of [office, house.leader, house.liaison]) {
      const photo = await getPhoto(actor, ids.yunfan, "photo");
      const { format, width, height, exif } = await sharp(photo).metadata();
      expect([format, width, height, exif]).toEqual(["jpeg", PHOTO.width, PHOTO.height, undefined]);
      expect(photo.toString("latin1")).not.toMatch(/SECRET-OWNER|GPS/);
    }
    expect((await sharp(await getPhoto(office, ids.yunfan, "thumb")).metadata()).width).toBe(PHOTO.thumb.width);
    const [row] = await stored();
    for (const cipher of [row?.photoCipher, row?.thumbCipher]) expect(cipher?.subarray(0, 40).includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
    expect(await auditOf(ids.yunfan, "delegate.setPhoto")).toMatchObject([{ outcome: "DONE", targetName: "黄立", changes: { photo: [null, "有照片"] } }]);
  });

  it("takes the place of the one before, and the person's row tells that it was touched", async () => {
    const before = (await getDelegate(office, ids.yunfan)).person;
    await setPhoto(office, ids.yunfan, await jpeg("#ff0000"));
    await setPhoto(office, ids.yunfan, await jpeg("#0000ff"));
    const [r = 0, , b = 0] = await sharp(await getPhoto(office, ids.yunfan, "photo")).extract({ left: 200, top: 200, width: 1, height: 1 }).raw().toBuffer();
    expect([r < 60, b > 200]).toEqual([true, true]);
    expect(await stored()).toHaveLength(1);
    const after = (await getDelegate(office, ids.yunfan)).person;
    expect([before.photoAt, after.photoAt === null, after.version - before.version]).toEqual([null, false, 2]);
  });

  it("is gone once taken off, and taking it off twice is recorded once", async () => {
    await setPhoto(office, ids.yunfan, await jpeg());
    await removePhoto(office, ids.yunfan);
    await removePhoto(office, ids.yunfan);
    await expect(getPhoto(office, ids.yunfan, "photo")).rejects.toBeInstanceOf(NotFound);
    expect([await stored(), (await getDelegate(office, ids.yunfan)).person.photoAt]).toEqual([[], null]);
    expect(await auditOf(ids.yunfan, "delegate.removePhoto")).toHaveLength(1);
  });

  it("goes with papers only as far as the actor sees", async () => {
    await setPhoto(office, ids.yunfan, await jpeg());
    await setPhoto(office, ids.beigu, await jpeg());
    expect((await listPhotos(office, [ids.yunfan, ids.beigu])).size).toBe(2);
    expect((await listPhotos(house.liaison, [ids.yunfan, ids.beigu])).size).toBe(1);
  });
});

describe("refused, with nothing stored", () => {
  it.each([
    ["drawing", new TextEncoder().encode("<svg onload='alert(1)'/>")], ["other", new TextEncoder().encode("%PDF-1.7")], ["broken", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])], ["large", new Uint8Array(PHOTO.bytes + 1)], ["empty", new Uint8Array()],
  ] as const)("%s", async (why, bytes) => {
    const refused = await setPhoto(office, ids.yunfan, bytes).catch((e: unknown) => e);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).message).toBe(photoRefusals[why]);
    expect([await stored(), await auditOf(ids.yunfan, "delegate.setPhoto")]).toEqual([[], []]);
  });

  it("from whoever may not change the record; another unit's record is not there at all", async () => {
    const bytes = await jpeg();
    for (const actor of [house.leader, house.liaison]) await expect(setPhoto(actor, ids.yunfan, bytes)).rejects.toBeInstanceOf(Forbidden);
    for (const act of [() => setPhoto(house.liaison, ids.beigu, bytes), () => removePhoto(house.liaison, ids.beigu), () => getPhoto(house.liaison, ids.beigu, "photo")]) await expect(act()).rejects.toBeInstanceOf(NotFound);
    const foreign = await newHouse();
    await setPhoto(office, ids.yunfan, bytes);
    await expect(getPhoto(foreign.office, ids.yunfan, "thumb")).rejects.toBeInstanceOf(NotFound);
    await expect(removePhoto(foreign.office, ids.yunfan)).rejects.toBeInstanceOf(NotFound);
    expect(await stored()).toHaveLength(1);
  });
});

describe("at the door", () => {
  const params = (id: string) => ({ params: Promise.resolve({ id }) });
  const posted = (id: string, bytes: Uint8Array<ArrayBuffer>, name = "photo.jpg") => {
    const form = new FormData();
    form.append("photo", new File([bytes], name, { type: "image/jpeg" }));
    return new Request(`http://127.0.0.1:3000/manage/delegates/${id}/photo/upload`, { method: "POST", body: form, headers: { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000", "sec-fetch-site": "same-origin" } });
  };
  const asked = (id: string) => new Request(`http://127.0.0.1:3000/manage/delegates/${id}/photo?size=thumb`);

  beforeEach(async () => comeFrom({ token: await tokenOf(account) }));

  it("the form puts it in, and the address shows it as a JPEG no cache keeps", async () => {
    const answer = await postDelegatePhoto(posted(ids.yunfan, await jpeg()), params(ids.yunfan));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/manage/delegates/${ids.yunfan}`]);
    const shown = await getDelegatePhoto(asked(ids.yunfan), params(ids.yunfan));
    expect(Object.fromEntries(["content-type", "cache-control", "x-content-type-options"].map((name) => [name, shown.headers.get(name)]))).toEqual({ "content-type": "image/jpeg", "cache-control": "private, no-store", "x-content-type-options": "nosniff" });
    expect((await sharp(await shown.arrayBuffer()).metadata()).width).toBe(PHOTO.thumb.width);
  });

  it.each([
    ["a page that calls itself a photograph", async () => new TextEncoder().encode("<html><script>alert(1)</script>"), "drawing"],
    ["more than 8 MB", async () => new Uint8Array(PHOTO.bytes + 100_000), "large"],
    ["nothing", async () => new Uint8Array(), "empty"],
  ] as const)("%s comes back to the record with a reason", async (_, make, why) => {
    const answer = await postDelegatePhoto(posted(ids.yunfan, await make()), params(ids.yunfan));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/manage/delegates/${ids.yunfan}?photo=${why}`]);
    expect(await stored()).toEqual([]);
  });

  it("a delegate sees the own one, and no other", async () => {
    const own = await plantAccount(house.id, "DELEGATE");
    await ownerQuery(`UPDATE "Account" SET "personId" = (SELECT "personId" FROM "Delegate" WHERE id = $2) WHERE id = $1`, [own.id, ids.yunfan]);
    comeFrom({ token: await tokenOf(own) });
    expect((await getOwnPhoto(asked("own"), params("own"))).status).toBe(404);
    for (const id of [ids.yunfan, ids.beigu]) await setPhoto(office, id, await jpeg());
    expect((await getOwnPhoto(asked("own"), params("own"))).status).toBe(200);
    expect((await getDelegatePhoto(asked(ids.beigu), params(ids.beigu))).status).toBe(404);
    expect((await postDelegatePhoto(posted(ids.yunfan, await jpeg()), params(ids.yunfan))).status).toBe(403);
  });

  it("strangers and records of others find nothing", async () => {
    await setPhoto(office, ids.yunfan, await jpeg());
    expect((await getDelegatePhoto(asked("not-an-id"), params("not-an-id"))).status).toBe(404);
    expect((await getDelegatePhoto(asked(ids.beigu), params(ids.beigu))).status).toBe(404);
    const foreign = await plantAccount((await newHouse()).id, "OFFICE");
    comeFrom({ token: await tokenOf(foreign) });
    expect((await getDelegatePhoto(asked(ids.yunfan), params(ids.yunfan))).status).toBe(404);
    expect((await postDelegatePhoto(posted(ids.yunfan, await jpeg()), params(ids.yunfan))).status).toBe(404);
    expect((await getOwnPhoto(asked("own"), params("own"))).status).toBe(403);
    comeFrom({});
    expect((await getDelegatePhoto(asked(ids.yunfan), params(ids.yunfan))).status).toBe(401);
  });
});

describe("a delegate's own photograph", () => {
  const self = async (id: string) => mint<AccountActor>({ ...office, role: "DELEGATE", personId: (await getDelegate(office, id)).personId });

  it("is added where there is none, once, and changed by the office alone", async () => {
    const actor = await self(ids.yunfan);
    const sent = await Promise.allSettled([addOwnPhoto(actor, await jpeg()), addOwnPhoto(actor, await jpeg("#ff0000"))]);
    expect(sent.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(addOwnPhoto(actor, await jpeg())).rejects.toThrow("已有照片");
    expect(await auditOf(ids.yunfan, "delegate.addOwnPhoto")).toMatchObject([{ outcome: "DONE", changes: { photo: [null, "有照片"] } }]);
    await removePhoto(office, ids.yunfan);
    await addOwnPhoto(actor, await jpeg());
    expect(await stored()).toHaveLength(1);
  });

  it("is refused to others than delegates, to who left the register, and what is no photograph", async () => {
    for (const actor of [office, house.liaison, house.leader]) await expect(addOwnPhoto(actor, await jpeg())).rejects.toBeInstanceOf(Forbidden);
    const actor = await self(ids.beigu);
    await expect(addOwnPhoto(actor, new Uint8Array(100))).rejects.toBeInstanceOf(Refusal);
    await ownerQuery(`UPDATE "Delegate" SET status = 'CEASED' WHERE id = $1`, [ids.beigu]);
    await expect(addOwnPhoto(actor, await jpeg())).rejects.toThrow("在册代表");
    expect(await stored()).toEqual([]);
  });
});
