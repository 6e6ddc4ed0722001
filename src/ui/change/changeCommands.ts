import * as createCluster from './cluster/createCluster.ts';
import * as deleteCluster from './cluster/deleteCluster.ts';
import * as deployFile from './deployment/deployFile.ts';
import * as deployImage from './deployment/deployImage.ts';
import * as deployToService from './deployment/deployToService.ts';
import * as forceNewDeployment from './deployment/forceNewDeployment.ts';
import * as rollBack from './deployment/rollBack.ts';
import * as createLogGroup from './logGroup/createLogGroup.ts';
import * as copyPolicy from './role/copyPolicy.ts';
import * as createExecutionRole from './role/createExecutionRole.ts';
import * as applyServiceDefinition from './service/applyServiceDefinition.ts';
import * as createService from './newService/createService.ts';
import * as deleteService from './service/deleteService.ts';
import { disableExecuteCommand, enableExecuteCommand } from './service/executeCommand.ts';
import * as pauseService from './service/pauseService.ts';
import * as resumeService from './service/resumeService.ts';
import * as scaleService from './service/scaleService.ts';
import * as runTask from './task/runTask.ts';
import * as stopTask from './task/stopTask.ts';
import * as deleteRevisions from './taskDefinition/deleteRevisions.ts';
import * as deregisterRevisions from './taskDefinition/deregisterRevisions.ts';
import * as registerRevision from './taskDefinition/registerRevision.ts';
import * as verifyAgainstAccount from './taskDefinition/verifyAgainstAccount.ts';

/** The commands that change an account, and that verify a file against it. */
export const changeCommands = Object.freeze({
  'ecs.applyServiceDefinition': applyServiceDefinition,
  'ecs.copyPolicy': copyPolicy,
  'ecs.createCluster': createCluster,
  'ecs.createExecutionRole': createExecutionRole,
  'ecs.createLogGroup': createLogGroup,
  'ecs.createService': createService,
  'ecs.deleteCluster': deleteCluster,
  'ecs.deleteRevisions': deleteRevisions,
  'ecs.deleteService': deleteService,
  'ecs.deployFile': deployFile,
  'ecs.deployImage': deployImage,
  'ecs.deployToService': deployToService,
  'ecs.deregisterRevisions': deregisterRevisions,
  'ecs.disableExecuteCommand': disableExecuteCommand,
  'ecs.enableExecuteCommand': enableExecuteCommand,
  'ecs.forceNewDeployment': forceNewDeployment,
  'ecs.pauseService': pauseService,
  'ecs.registerRevision': registerRevision,
  'ecs.resumeService': resumeService,
  'ecs.rollBack': rollBack,
  'ecs.runTask': runTask,
  'ecs.scaleService': scaleService,
  'ecs.stopTask': stopTask,
  'ecs.verifyAgainstAccount': verifyAgainstAccount,
});
