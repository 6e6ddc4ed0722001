import type { LineContext, LogWriter } from '../ecs/logWriter.ts';

const PATHS = [
  '/',
  '/products/4711',
  '/products/815',
  '/cart',
  '/search?q=lamp',
  '/checkout',
  '/assets/app.3f9c.js',
  '/api/prices',
];
const AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64)',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1)',
  'curl/8.11.0',
  'ELB-HealthChecker/2.0',
];

const STACK = [
  'Error: upstream timed out after 3000 ms',
  '    at PriceClient.fetch (/app/src/clients/priceClient.ts:84:13)',
  '    at processTicksAndRejections (node:internal/process/task_queues:105:5)',
  '    at async renderCart (/app/src/pages/cart.ts:41:18)',
  '    at async handle (/app/src/server.ts:122:5)',
].join('\n');

const JAVA_STACK = [
  'org.postgresql.util.PSQLException: FATAL: remaining connection slots are reserved',
  '\tat org.postgresql.core.v3.QueryExecutorImpl.receiveErrorResponse(QueryExecutorImpl.java:2725)',
  '\tat com.shop.checkout.OrderRepository.save(OrderRepository.java:58)',
  '\tat com.shop.checkout.CheckoutService.placeOrder(CheckoutService.java:131)',
].join('\n');

/** An access log as nginx writes it. */
export const accessLog: LogWriter = {
  every: 2500,
  start: () => ['/docker-entrypoint.sh: Configuration complete; ready for start up'],
  lines: ({ random, time }) => {
    const status = random.chance(0.03) ? 502 : random.chance(0.08) ? 404 : 200;
    const when = `${new Date(time).toISOString().slice(0, 19)}+00:00`;
    const address = `10.0.${random.integer(0, 63)}.${random.integer(2, 250)}`;
    return [
      `${address} - - [${when}] "GET ${random.pick(PATHS)} HTTP/1.1" ${status} ${random.integer(180, 48_000)} "-" "${random.pick(AGENTS)}"`,
    ];
  },
  end: () => ['signal 15 (SIGTERM) received, exiting'],
};

/** JSON lines with a level, as most frameworks of today write them; now and then a stack trace. */
export function jsonLog(service: string, every = 3000): LogWriter {
  const line = (context: LineContext, level: string, msg: string, more: object = {}): string =>
    JSON.stringify({ time: new Date(context.time).toISOString(), level, service, msg, ...more });
  return {
    every,
    start: (context) => [line(context, 'info', 'listening', { port: 8080 })],
    lines: (context) => {
      const { random } = context;
      const ms = random.integer(3, 480);
      const requestId = random.hex(16);
      if (random.chance(0.02)) return [line(context, 'error', 'request failed', { requestId, ms: 3000, stack: STACK })];
      if (random.chance(0.06))
        return [line(context, 'warn', 'slow upstream', { requestId, ms: ms + 900, upstream: 'prices' })];
      return [line(context, 'info', 'request', { requestId, path: random.pick(PATHS), status: 200, ms })];
    },
    end: (context, exitCode) => [line(context, exitCode === 0 ? 'info' : 'error', 'shutting down', { exitCode })],
  };
}

/** Plain lines with a level and a thread, as Java services write them; stack traces are one event. */
export const javaLog: LogWriter = {
  every: 4000,
  start: (context) => [javaLine(context, 'INFO', 'Started CheckoutApplication in 6.412 seconds')],
  lines: (context) => {
    const { random } = context;
    if (random.chance(0.03)) return [`${javaLine(context, 'ERROR', 'Could not place order')}\n${JAVA_STACK}`];
    if (random.chance(0.05))
      return [javaLine(context, 'WARN', `Pool at ${random.integer(80, 99)} % of its connections`)];
    return [javaLine(context, 'INFO', `Order ${random.digits(8)} placed in ${random.integer(20, 900)} ms`)];
  },
  end: (context) => [javaLine(context, 'INFO', 'Graceful shutdown complete')],
};

/** key=value lines of a queue worker. */
export const workerLog: LogWriter = {
  every: 5000,
  start: () => ['level=info msg="worker up" queue=payments concurrency=8'],
  lines: ({ random }) => {
    const job = random.hex(8);
    if (random.chance(0.04))
      return [`level=error msg="job failed" job=${job} attempt=${random.integer(1, 5)} error="card declined"`];
    return [`level=info msg="job done" job=${job} ms=${random.integer(12, 2200)}`];
  },
  end: () => ['level=info msg="draining, no new jobs"'],
};

/** A service that dies for want of its configuration. */
export const crashLog: LogWriter = {
  every: 60_000,
  start: () => [
    'recommendations 0.9.3 starting',
    'Traceback (most recent call last):\n  File "/app/main.py", line 14, in <module>\n    model = load(os.environ[\'MODEL_BUCKET\'])\n  File "<frozen os>", line 685, in __getitem__\nKeyError: \'MODEL_BUCKET\'',
  ],
  lines: () => [],
};

function javaLine(context: LineContext, level: string, text: string): string {
  const when = new Date(context.time).toISOString().replace('T', ' ').replace('Z', '');
  return `${when} ${level.padEnd(5)} 1 --- [nio-8080-exec-${(context.line % 9) + 1}] c.shop.checkout.CheckoutService : ${text}`;
}
