import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "@/lib/platform/clock";
import { aliyunChannel, signed } from "./aliyun";
import { authorization, tencentChannel } from "./tencent";

let answer: { status: number; body: string };
let asked: { url: URL; headers: IncomingHttpHeaders; body: string };
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => { body += part.toString(); });
  request.on("end", () => {
    asked = { url: new URL(request.url ?? "", "http://127.0.0.1"), headers: request.headers, body };
    response.writeHead(answer.status, { "Content-Type": "application/json" }).end(answer.body);
  });
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  setClock(() => new Date("2026-03-10T02:00:00.500Z"));
});
afterEach(() => { answer = { status: 200, body: "{}" }; });
afterAll(() => {
  setClock(null);
  server.close();
});

const keys = { keyId: "id", keySecret: "key", signName: "青澜区委组织部", template: "SMS_1" };
const out = { id: "0195-a", to: "13800001234", text: "您有一件“备案”今天到期。" };
const says = (body: object, status = 200) => { answer = { status, body: JSON.stringify(body) }; };

describe("the signatures of the vendors' own examples", () => {
  it("signs as Alibaba Cloud publishes it for fixed values", () => {
    const call = signed({
      host: "ecs.cn-shanghai.aliyuncs.com", action: "RunInstances", version: "2014-05-26", date: "2023-10-26T10:22:32Z", nonce: "3156853299f313e23d1673dc12e1703d",
      query: { RegionId: "cn-shanghai", ImageId: "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd" }, body: "", keyId: "YourAccessKeyId", keySecret: "YourAccessKeySecret",
    });
    expect(call.headers.Authorization).toBe("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
  });

  it("signs as Tencent Cloud publishes it for fixed values", () => {
    const body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}';
    const line = authorization({ host: "cvm.tencentcloudapi.com", service: "cvm", timestamp: 1551113065, body, keyId: "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", keySecret: "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE" });
    expect(line).toBe("TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
  });
});

describe("Alibaba Cloud", () => {
  const send = () => aliyunChannel({ url, ...keys }).send(out);

  it("is asked for one text, signed as its gateway reads it, and its number is the receipt", async () => {
    says({ Code: "OK", Message: "OK", BizId: "9006197469364984^0" });
    expect(await send()).toEqual({ receipt: "9006197469364984^0" });
    const query = Object.fromEntries(asked.url.searchParams);
    expect(query).toEqual({ PhoneNumbers: out.to, SignName: keys.signName, TemplateCode: "SMS_1", TemplateParam: JSON.stringify({ text: out.text }), OutId: out.id });
    const nonce = String(asked.headers["x-acs-signature-nonce"]);
    const again = signed({ host: String(asked.headers.host), action: "SendSms", version: "2017-05-25", date: "2026-03-10T02:00:00Z", nonce, query, body: asked.body, keyId: "id", keySecret: "key" });
    expect(asked.headers).toMatchObject({ authorization: again.headers.Authorization, "x-acs-date": "2026-03-10T02:00:00Z", "x-acs-action": "SendSms" });
    expect(asked.url.search).toBe(`?${again.query}`);
  });

  it.each([
    ["isv.MOBILE_NUMBER_ILLEGAL", 200, "Rejected"], ["isv.SMS_TEMPLATE_ILLEGAL", 200, "Rejected"], ["isv.BUSINESS_LIMIT_CONTROL", 200, "Unreachable"], ["isv.AMOUNT_NOT_ENOUGH", 200, "Unreachable"],
    ["SignatureDoesNotMatch", 400, "Unreachable"], ["ServiceUnavailable", 503, "Unreachable"],
  ])("answers %s", async (Code, status, name) => {
    says({ Code, Message: "…" }, status);
    await expect(send()).rejects.toMatchObject({ name, message: expect.stringContaining(Code) });
  });
});

describe("Tencent Cloud", () => {
  const send = () => tencentChannel({ url, ...keys, appId: "1400", region: "ap-guangzhou" }).send(out);

  it("is asked for one text, signed as its gateway reads it, and its number is the receipt", async () => {
    says({ Response: { SendStatusSet: [{ SerialNo: "5000:1", Code: "Ok", Message: "send success" }], RequestId: "r" } });
    expect(await send()).toEqual({ receipt: "5000:1" });
    expect(JSON.parse(asked.body)).toEqual({ PhoneNumberSet: ["+8613800001234"], SmsSdkAppId: "1400", SignName: keys.signName, TemplateId: "SMS_1", TemplateParamSet: [out.text], SessionContext: out.id });
    const line = authorization({ host: String(asked.headers.host), service: "sms", timestamp: 1773108000, body: asked.body, keyId: "id", keySecret: "key" });
    expect(asked.headers).toMatchObject({ authorization: line, "x-tc-action": "SendSms", "x-tc-timestamp": "1773108000", "content-type": "application/json; charset=utf-8" });
  });

  it.each([
    ["InvalidParameterValue.IncorrectPhoneNumber", "Rejected"], ["FailedOperation.TemplateIncorrectOrUnapproved", "Rejected"], ["LimitExceeded.PhoneNumberThirtySecondLimit", "Unreachable"],
    ["FailedOperation.InsufficientBalanceInSmsPackage", "Unreachable"], ["AuthFailure.SignatureFailure", "Unreachable"],
  ])("answers %s, for the text or for the whole call", async (Code, name) => {
    says({ Response: { SendStatusSet: [{ Code, SerialNo: "" }] } });
    await expect(send()).rejects.toMatchObject({ name, message: expect.stringContaining(Code) });
    says({ Response: { Error: { Code, Message: "…" } } });
    await expect(send()).rejects.toMatchObject({ name });
  });
});

it.each([["nothing", ""], ["a page", "<html>"], ["a list", "[]"]])("takes %s for an answer that may be better next time", async (_, body) => {
  answer = { status: 502, body };
  await expect(aliyunChannel({ url, ...keys }).send(out)).rejects.toMatchObject({ name: "Unreachable" });
  await expect(tencentChannel({ url, ...keys, appId: "1", region: "r" }).send(out)).rejects.toMatchObject({ name: "Unreachable" });
});
