// Signs in, writes, publishes, reads, comments with the sum and recommends: only by what the document promises.
import { randomUUID } from "node:crypto";
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./generated.js";

type Comment = components["schemas"]["Comment"];

const [address, email, password] = process.argv.slice(2);
if (address === undefined || email === undefined || password === undefined) {
  throw new Error("usage: drive.js ADDRESS EMAIL PASSWORD");
}

const visitor: Client<paths> = createClient<paths>({ baseUrl: address });

/** The answer's body, or an end with the problem that the platform told. */
function got<T>(answer: { data?: T; error?: components["schemas"]["Problem"]; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.status} ${answer.error?.type}: ${answer.error?.detail}`);
  }
  return answer.data;
}

function sum(question: string): number {
  const found = /(\d+) ([+−×]) (\d+)/.exec(question);
  if (found === null) {
    throw new Error(`no sum in: ${question}`);
  }
  const [a, b] = [Number(found[1]), Number(found[3])];
  return found[2] === "+" ? a + b : found[2] === "−" ? a - b : a * b;
}

const session = got(await visitor.POST("/api/sessions", { body: { email, password, name: "generated client" } }));
const writer = createClient<paths>({ baseUrl: address, headers: { Authorization: `Bearer ${session.token}` } });

const draft = got(
  await writer.POST("/api/articles", {
    params: { header: { "Idempotency-Key": randomUUID() } },
    body: { language: "en", title: "Written by a program", body: "One *sentence*. Another one.", format: "markdown" },
  }),
);
const id = draft.id;

const before = await visitor.GET("/api/articles/{id}", { params: { path: { id } } });
if (before.response.status !== 404 || before.error?.status !== 404) {
  throw new Error("a draft is shown to strangers");
}

const published = got(await writer.PUT("/api/articles/{id}/publication", { params: { path: { id } }, body: {} }));
const read = got(await visitor.GET("/api/articles/{id}", { params: { path: { id }, query: { language: "en" } } }));
if (read.slug === null || read.slug !== published.slug || !read.html.includes("<em>sentence</em>")) {
  throw new Error(`not what was written: ${read.html}`);
}

const challenge = got(await visitor.GET("/api/challenges", { params: { query: { article: id, language: "en" } } }));
await new Promise((resume) => setTimeout(resume, 2100)); // people take that long, and faster is refused
const posted = await visitor.POST("/api/comments", {
  body: {
    article: id,
    name: "Ilse",
    email: "ilse@example.org",
    body: "Said by a *program*.",
    challenge: { token: challenge.token, answer: String(sum(challenge.question)) },
  },
});
const comment: Comment = got(posted);

const recommendation = await visitor.PUT("/api/articles/{article}/recommendation", { params: { path: { article: id } } });
const count = got(recommendation).count;
const thread = got(await visitor.GET("/api/comments", { params: { query: { article: id } } }));

console.log(JSON.stringify({ article: id, comment: comment.id, depth: comment.depth, count, total: thread.total }));
