/** Sends the head of a call and one byte of its body, and no more: whoever answers has not waited for the rest. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';

/** Less than the routes take that are asked here: what answers is not the limit. */
const PROMISED_BYTES = 200_000;

export async function answerBeforeBody(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number | undefined; readonly location: string | undefined }> {
  const call = request(url, {
    method: 'POST',
    headers: { 'content-length': PROMISED_BYTES, ...headers },
  });
  call.on('error', () => undefined); // it is cut off below
  call.write('x');
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  const { statusCode: status, headers: got } = answer;
  call.destroy();
  return { status, location: got.location };
}
