import { error, warning, type ExpectedFiles } from '../expectation.ts';

/** Windows, GPUs, ECS Anywhere, Managed Instances, and partitions other than aws. */
export const platforms: ExpectedFiles = {
  'saltmarsh/iis/task-definition-windows.json': {
    about: 'IIS on an instance, with paths of Windows; sizes of the task mean nothing there, which ECS does not mind',
  },
  'saltmarsh/fargate/task-definition.json': {
    about: 'a Linux file with another operating system written into it',
    findings: [
      error('TD025', '7: "512"', 'Windows on Fargate has 1, 2 or 4 vCPU'),
      error('TD04D', '20: 3150', 'Fargate keeps the port for itself on Windows'),
      error('TD0B8', '24: "environmentFiles"', 'Windows on Fargate reads none'),
    ],
  },
  'saltmarsh/fargate/task-definition-2025.json': { about: 'what Windows on Fargate takes' },
  'saltmarsh/gmsa/taskdef-gmsa.json': {
    about: 'a service account of the domain, once from Parameter Store and once by the name of a file',
    findings: [
      error('TD0B4', '19: [ "credentialspecdomainless:arn:aws:ssm:', 'at most one'),
      error('TD0B4', '21: "payroll.json"', 'neither credentialspec: nor credentialspecdomainless:'),
      error('TD0B3', '23: "dnsServers"', 'not on Windows'),
    ],
  },
  'saltmarsh/fsx/task-definition-share.json': { about: 'a share of FSx for Windows File Server' },
  'saltmarsh/fsx/task-definition-linux.json': {
    about: 'the same share from Linux on Fargate',
    findings: [
      error('TD06A', '40: "fsxWindowsFileServerVolumeConfiguration', 'Fargate mounts none'),
      error('TD06A', '44: "archive-share-login"', 'the login is the ARN of a secret or parameter'),
      error('TD06A', '45: "CORP"', 'the domain is fully qualified'),
    ],
  },
  'saltmarsh/legacy/windows-2016.json': {
    about: 'what was hardened on Linux',
    findings: [
      error('TD027', '10: "WINDOWS_SERVER_2016_FULL"', 'Fargate begins with 2019'),
      error('TD0B3', '18: "user"', 'not on Windows'),
      error('TD0B3', '19: "readonlyRootFilesystem"', 'not on Windows'),
      error('TD0B3', '20: "linuxParameters"', 'not on Windows'),
      error('TD0B3', '23: "ulimits"', 'not on Windows'),
    ],
  },
  'saltmarsh/legacy/windows-bridge.json': {
    about: 'Windows as if it were Linux',
    findings: [
      error('TD02D', '3: "bridge"', 'Windows has awsvpc or the default'),
      error('TD028', '8: "ARM64"', 'ARM64 is for Linux'),
      error('TD0B3', '16: "memoryReservation"', 'not on Windows'),
      error('TD06B', '31: "rexray/ebs"', 'Windows has the local driver only'),
    ],
  },
  'glasswing/training/task-definition.json': {
    about: 'four GPUs, unlimited locked memory and a large /dev/shm on an instance',
  },
  'glasswing/inference/ecs-gpu-task-def.json': {
    about: 'what was left of Elastic Inference',
    findings: [
      error('TD0A7', '17: "0"', 'a number of GPUs is positive'),
      error('TD0A7', '45: "InferenceAccelerator"', 'Elastic Inference was retired'),
      error('TD0B1', '51: "inferenceAccelerators"', 'Elastic Inference was retired'),
    ],
  },
  'glasswing/shared-gpu/task-definition.json': {
    about: 'a shared and a whole GPU in one task',
    findings: [error('TD0A7', '16: "sharingStrategy"', 'every GPU of a task is given in the same way')],
  },
  'glasswing/neuron/task-definition.json': { about: 'Neuron devices of Managed Instances' },
  'glasswing/fargate-attempt/taskdef.json': {
    about: 'a notebook of an instance, moved to Fargate',
    findings: [
      error('TD0A0', '15: "privileged"', 'not on Fargate'),
      error('TD0A6', '18: "GPU"', 'not on Fargate'),
      error('TD0A3', '23: "devices"', 'not on Fargate'),
      error('TD0A3', '33: "sharedMemorySize"', 'not on Fargate'),
      error('TD0A4', '36: "SYS_ADMIN"', 'Fargate adds SYS_PTRACE and nothing else'),
      error('TD0A5', '40: "CAP_MKNOD"', 'capabilities have no CAP_'),
      error('TD0A2', '44: "dockerSecurityOptions"', 'not on Fargate'),
      error('TD0AB', '62: "host"', 'Fargate shares processes within the task only'),
      error('TD0AA', '63: "ipcMode"', 'not on Fargate'),
      error('TD0A9', '64: "placementConstraints"', 'not on Fargate'),
    ],
  },
  'farrow-edge/camera/task-definition.json': { about: 'a camera on a machine in a barn' },
  'farrow-edge/gateway/task-definition.json': {
    about: 'what works on Fargate, on a machine elsewhere',
    findings: [
      error('TD02B', '3: "awsvpc"', 'external instances have bridge, host and none'),
      error('TD026', '5: "96"', 'at least 128 units'),
      error('TD02B', '25: "efsVolumeConfiguration"', 'no EFS on external instances'),
      error('TD067', '27: "configuredAtLaunch"', 'no EBS on external instances'),
    ],
  },
  'farrow-edge/feeder/ecs-anywhere.json': { about: 'the least that an external instance needs' },
  'basaltworks/api/task-definition.json': { about: 'Managed Instances, which take json-file and capabilities' },
  'basaltworks/cache/task-definition.json': {
    about: 'a file for instances of one’s own',
    findings: [
      error('TD02A', '3: "bridge"', 'Managed Instances have awsvpc and host'),
      error('TD082', '28: "syslog"', 'Managed Instances have awslogs, splunk, awsfirelens and json-file'),
      error('TD02A', '35: "dockerVolumeConfiguration"', 'no Docker volumes on Managed Instances'),
    ],
  },
  'basaltworks/either/taskDefinition.json': {
    about: 'for Fargate and instances alike, so that the rules of Fargate hold',
    findings: [
      error('TD024', '6: "1024"', 'one vCPU goes with 2048 MiB and more'),
      error('TD0B0', '8: 20', 'the 20 GiB that come anyway cannot be written'),
    ],
  },
  'willowcourt/gov/task-definition.json': { about: 'GovCloud, with the registry’s FIPS endpoint' },
  'willowcourt/cn/task-definition.json': { about: 'China, with a domain of its own, and text that is not ASCII' },
  'willowcourt/eusc/task-definition.json': { about: 'the European Sovereign Cloud' },
  'willowcourt/copied/task-definition.json': {
    about: 'moved from Ireland to London, but for one secret',
    findings: [warning('TD07C', '18: "arn:aws:secretsmanager:eu-west-1:123456', 'everything else is in eu-west-2')],
  },
};
