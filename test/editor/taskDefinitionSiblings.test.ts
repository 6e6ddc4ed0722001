import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { fargate, noProblem, open, problem, write } from './support/taskDefinitionFiles.ts';

const service = (containerName: string): string =>
  JSON.stringify({
    serviceName: 'shop',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    loadBalancers: [
      {
        targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/a/b',
        containerName,
        containerPort: 80,
      },
    ],
  });

const mapped = fargate({
  containerDefinitions: [
    { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', portMappings: [{ containerPort: 80 }] },
  ],
});

describe('files beside a task definition', () => {
  it('name containers that must exist, and are watched', async () => {
    // One folder deep: VS Code misses for good what lies in a folder that is made inside one that is only just made.
    await write('service/ecs-service-def.json', service('app'));
    const document = await open('service/ecs-task-def.json', mapped);
    assert.match((await problem(document, 'TD0D0')).message, /ecs-service-def\.json.*app/);
    // Written more than once, as a watcher of the whole workspace needs its time to begin, but not all the time: VS Code
    // tells of changes when they pause.
    await eventually('the change', async () => {
      await write('service/ecs-service-def.json', service('web'));
      await noProblem(document, 'TD0D0', 3000);
      return true;
    });
  });

  it('are read again when they are saved, in folders that nobody watches too', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('watcherExclude', { '**/unwatched/**': true }, vscode.ConfigurationTarget.Workspace);
    try {
      await write('unwatched/ecs-service-def.json', service('app'));
      const document = await open('unwatched/ecs-task-def.json', mapped);
      await problem(document, 'TD0D0');
      const sibling = vscode.Uri.joinPath(document.uri, '../ecs-service-def.json');
      const edit = new vscode.WorkspaceEdit();
      const opened = await vscode.workspace.openTextDocument(sibling);
      edit.replace(sibling, new vscode.Range(0, 0, opened.lineCount, 0), service('web'));
      await vscode.workspace.applyEdit(edit);
      await opened.save();
      await noProblem(document, 'TD0D0');
    } finally {
      await files.update('watcherExclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('tell the launch type of a file that does not say it', async () => {
    await write('beside/launch/ecs-service-def.json', service('web'));
    const document = await open(
      'beside/launch/ecs-task-def.json',
      mapped
        .replace(/"requiresCompatibilities": \[[^\]]*\],/, '')
        .replace('"4096"', '"512"')
        .replace('"512"', '"4096"'),
    );
    const { severity } = await problem(document, 'TD024');
    assert.equal(severity, vscode.DiagnosticSeverity.Warning);
  });

  it('tell the deploy tool', async () => {
    await write(
      '.github/workflows/deploy.yml',
      [
        'jobs:',
        '  deploy:',
        '    steps:',
        '      - uses: aws-actions/amazon-ecs-render-task-definition@v1',
        '        with:',
        '          task-definition: beside/action/task-definition.json',
        '          container-name: web',
        '          image: nginx',
      ].join('\n'),
    );
    const document = await open('beside/action/task-definition.json', fargate({ revision: 3 }));
    await problem(document, 'TD002', vscode.DiagnosticSeverity.Information);
  });
});
