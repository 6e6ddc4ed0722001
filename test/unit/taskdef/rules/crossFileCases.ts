import { container, ec2, fargate, fargateContainer, type RuleCase } from './ruleCase.ts';

const service = (facts: object) => ({
  siblings: { services: [{ file: 'ecs-service-def.json', loadBalancers: [], ...facts }] },
});
const target = (containerName: string, containerPort: number) =>
  service({ loadBalancers: [{ containerName, containerPort }] });

export const cases: RuleCase[] = [
  {
    rule: 'TD0D0',
    breaks: fargate({ containerDefinitions: [{ ...container, name: 'app' }] }),
    at: '"containerDefinitions"',
    says: /ecs-service-def\.json sends traffic to container web.*: app\./,
    holds: fargate(),
    context: target('web', 8080),
  },
  {
    rule: 'TD0D1',
    breaks: fargateContainer({ portMappings: [{ containerPort: 3000, protocol: 'tcp' }] }),
    at: '"portMappings"',
    says: /port 8080 of container web/,
    holds: fargate(),
    context: target('web', 8080),
    fix: /"containerPort": 8080/,
  },
  {
    rule: 'TD0D1',
    about: 'no mappings at all; a range holds',
    breaks: fargateContainer({ portMappings: undefined }),
    at: '"web"',
    says: /no port mapping/,
    holds: fargateContainer({ portMappings: [{ containerPortRange: '8000-8090', protocol: 'tcp' }] }),
    context: target('web', 8080),
    fix: /"portMappings": \[/,
  },
  {
    rule: 'TD0D2',
    breaks: fargate(),
    at: '"awsvpc"',
    says: /has no networkConfiguration/,
    holds: ec2(),
    context: service({ networkConfiguration: false }),
  },
  {
    rule: 'TD0D2',
    about: 'bridge with a network configuration',
    breaks: ec2(),
    at: '"bridge"',
    says: /does not take/,
    holds: fargate(),
    context: service({ networkConfiguration: true }),
  },
  {
    rule: 'TD0D3',
    breaks: ec2(),
    at: '[ "EC2" ]',
    says: /runs this on FARGATE, but requiresCompatibilities says EC2/,
    holds: fargate(),
    context: service({ launchType: 'FARGATE' }),
  },
  {
    rule: 'TD0D4',
    breaks: fargate({ containerDefinitions: [{ ...container, name: 'app' }] }),
    at: '"containerDefinitions"',
    says: /deploy\.yml writes an image into container web/,
    holds: fargate(),
    context: { siblings: { renderedContainers: [{ file: 'deploy.yml', container: 'web' }] } },
  },
  {
    rule: 'TD0D5',
    breaks: fargate(),
    at: '"123456789012.dkr.ecr',
    says: /<IMAGE1_NAME>/,
    holds: fargateContainer({ image: '<IMAGE1_NAME>' }),
    context: { tool: 'codepipeline' },
  },
];
