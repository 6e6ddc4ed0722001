import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildExtension } from '../../scripts/build/build.ts';
import { median } from './statistics.ts';

export const prefixes = ['lint.'];

const runs = 5;
const linter = resolve(import.meta.dirname, '../../dist/lint.js');

/** The linter on a repository of a thousand files, from its start to its end: median, milliseconds. */
export async function measure(): Promise<Record<string, number>> {
  await buildExtension();
  const folder = await mkdtemp(join(tmpdir(), 'lint-bench-'));
  try {
    await writeRepository(folder);
    return { 'lint.1000.ms': median(Array.from({ length: runs }, () => lint(folder))) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function lint(folder: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [linter, '.'], { cwd: folder, encoding: 'utf8' });
  const elapsed = performance.now() - start;
  if (status !== 1 || !stderr.includes('1000 files, ')) throw new Error(`The linter ended with ${status}: ${stderr}`);
  return elapsed;
}

/** Services as people have them, half of them with a definition of the service beside, and a workflow that deploys them all. */
async function writeRepository(folder: string): Promise<void> {
  await mkdir(join(folder, '.git'));
  await mkdir(join(folder, '.github/workflows'), { recursive: true });
  await writeFile(join(folder, '.github/workflows/deploy.yml'), workflow);
  for (let n = 0; n < 500; n++) {
    const own = join(folder, 'services', `team-${n % 20}`, `service-${n}`);
    await mkdir(own, { recursive: true });
    await writeFile(join(own, 'task-definition.json'), JSON.stringify(taskDefinition(n), undefined, 2));
    await writeFile(join(own, 'service-definition.json'), JSON.stringify(serviceDefinition(n), undefined, 2));
  }
}

const workflow = `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - id: render
        uses: aws-actions/amazon-ecs-render-task-definition@v1
        with:
          task-definition: services/\${{ matrix.team }}/\${{ matrix.service }}/task-definition.json
          container-name: web
          image: example
      - uses: aws-actions/amazon-ecs-deploy-task-definition@v2
        with:
          task-definition: \${{ steps.render.outputs.task-definition }}
`;

function taskDefinition(n: number): object {
  const log = { 'awslogs-group': `/ecs/service-${n}`, 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' };
  return {
    family: `service-${n}`,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    // One in ten has a mistake.
    cpu: n % 10 === 0 ? '300' : '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::111122223333:role/execution',
    containerDefinitions: [
      {
        name: 'web',
        image: `111122223333.dkr.ecr.eu-west-1.amazonaws.com/service-${n}:1.0`,
        essential: true,
        portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
        environment: Array.from({ length: 12 }, (_, i) => ({ name: `SETTING_${i}`, value: `value ${i}` })),
        secrets: [{ name: 'PASSWORD', valueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/password' }],
        logConfiguration: { logDriver: 'awslogs', options: log },
        healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:8080/ || exit 1'], interval: 30, retries: 3 },
      },
    ],
  };
}

function serviceDefinition(n: number): object {
  return {
    serviceName: `service-${n}`,
    cluster: 'main',
    taskDefinition: `service-${n}`,
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d'], securityGroups: ['sg-0a1b2c3d'] } },
  };
}
