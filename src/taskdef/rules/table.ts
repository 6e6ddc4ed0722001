import type { Rule } from '../rule.ts';
import type { Subject } from '../task.ts';
import { crossFileRules } from './crossFile/crossFileRules.ts';
import { accessKey } from './environment/accessKey.ts';
import { credentialValue } from './environment/credentialValue.ts';
import { duplicateVariable } from './environment/duplicateVariable.ts';
import { environmentFiles } from './environment/environmentFiles.ts';
import { injectedVariable } from './environment/injectedVariable.ts';
import { secretInPlain } from './environment/secretInPlain.ts';
import { variableName } from './environment/variableName.ts';
import { checkCommand } from './health/checkCommand.ts';
import { checkProgram } from './health/checkProgram.ts';
import { checkRanges } from './health/checkRanges.ts';
import { loadBalancedCheck } from './health/loadBalancedCheck.ts';
import { localhost } from './health/localhost.ts';
import { restartPolicy } from './health/restartPolicy.ts';
import { shellForm } from './health/shellForm.ts';
import { timeoutAboveInterval } from './health/timeoutAboveInterval.ts';
import { timeouts } from './health/timeouts.ts';
import { dockerHub } from './image/dockerHub.ts';
import { latestTag } from './image/latestTag.ts';
import { noTag } from './image/noTag.ts';
import { armNeedsLinux } from './launch/armNeedsLinux.ts';
import { bothLaunchTypes } from './launch/bothLaunchTypes.ts';
import { compatibilityMissing } from './launch/compatibilityMissing.ts';
import { external } from './launch/external.ts';
import { fargateOperatingSystem } from './launch/fargateOperatingSystem.ts';
import { faultInjection } from './launch/faultInjection.ts';
import { managedInstances } from './launch/managedInstances.ts';
import { platformMissing } from './launch/platformMissing.ts';
import { awslogsOptions } from './logging/awslogsOptions.ts';
import { datetimeAndPattern } from './logging/datetimeAndPattern.ts';
import { driverOnLaunchType } from './logging/driverOnLaunchType.ts';
import { firelensConfigFromS3 } from './logging/firelensConfigFromS3.ts';
import { firelensLoop } from './logging/firelensLoop.ts';
import { firelensOptionValues } from './logging/firelensOptionValues.ts';
import { firelensPractice } from './logging/firelensPractice.ts';
import { firelensRouter } from './logging/firelensRouter.ts';
import { idleFirelens } from './logging/idleFirelens.ts';
import { logGroupName } from './logging/logGroupName.ts';
import { logMode } from './logging/logMode.ts';
import { logRegion } from './logging/logRegion.ts';
import { noLogs } from './logging/noLogs.ts';
import { secondRouter } from './logging/secondRouter.ts';
import { secretLogOption } from './logging/secretLogOption.ts';
import { secretOptionName } from './logging/secretOptionName.ts';
import { splunkOptions } from './logging/splunkOptions.ts';
import { streamPrefix } from './logging/streamPrefix.ts';
import { unknownOption } from './logging/unknownOption.ts';
import { containerCount } from './naming/containerCount.ts';
import { containerName } from './naming/containerName.ts';
import { containerNameMissing } from './naming/containerNameMissing.ts';
import { containersMissing } from './naming/containersMissing.ts';
import { duplicateContainerName } from './naming/duplicateContainerName.ts';
import { familyMissing } from './naming/familyMissing.ts';
import { familyName } from './naming/familyName.ts';
import { imageMissing } from './naming/imageMissing.ts';
import { imageReference } from './naming/imageReference.ts';
import { roleArn } from './naming/roleArn.ts';
import { sameRoles } from './naming/sameRoles.ts';
import { tags } from './naming/tags.ts';
import { fargateNetworkMode } from './network/fargateNetworkMode.ts';
import { windowsNetworkMode } from './network/windowsNetworkMode.ts';
import { awsvpcMembers } from './platform/awsvpcMembers.ts';
import { capabilitiesOnFargate } from './platform/capabilitiesOnFargate.ts';
import { capabilityName } from './platform/capabilityName.ts';
import { credentialSpecs } from './platform/credentialSpecs.ts';
import { dockerSecurityOptions } from './platform/dockerSecurityOptions.ts';
import { ephemeralStorage } from './platform/ephemeralStorage.ts';
import { gpuOnFargate } from './platform/gpuOnFargate.ts';
import { hostAddresses } from './platform/hostAddresses.ts';
import { inferenceAccelerators } from './platform/inferenceAccelerators.ts';
import { ipcMode } from './platform/ipcMode.ts';
import { linuxParametersOnFargate } from './platform/linuxParametersOnFargate.ts';
import { pidMode } from './platform/pidMode.ts';
import { placementConstraints } from './platform/placementConstraints.ts';
import { privileged } from './platform/privileged.ts';
import { proxyConfiguration } from './platform/proxyConfiguration.ts';
import { resourceRequirements } from './platform/resourceRequirements.ts';
import { swap } from './platform/swap.ts';
import { systemControls } from './platform/systemControls.ts';
import { tmpfs } from './platform/tmpfs.ts';
import { ulimits } from './platform/ulimits.ts';
import { userForm } from './platform/userForm.ts';
import { windowsEnvironmentFiles } from './platform/windowsEnvironmentFiles.ts';
import { windowsMembers } from './platform/windowsMembers.ts';
import { workingDirectory } from './platform/workingDirectory.ts';
import { appProtocolUdp } from './port/appProtocolUdp.ts';
import { appProtocolWithoutName } from './port/appProtocolWithoutName.ts';
import { containerPortMissing } from './port/containerPortMissing.ts';
import { containerPortTwice } from './port/containerPortTwice.ts';
import { duplicatePortName } from './port/duplicatePortName.ts';
import { fixedHostPort } from './port/fixedHostPort.ts';
import { hostPortDiffers } from './port/hostPortDiffers.ts';
import { hostPortTwice } from './port/hostPortTwice.ts';
import { portName } from './port/portName.ts';
import { portOnTwoProtocols } from './port/portOnTwoProtocols.ts';
import { portRange } from './port/portRange.ts';
import { portsWithoutNetwork } from './port/portsWithoutNetwork.ts';
import { protocolName } from './port/protocolName.ts';
import { reservedHostPort } from './port/reservedHostPort.ts';
import { windowsReservedPort } from './port/windowsReservedPort.ts';
import { dependencyCycle } from './reference/dependencyCycle.ts';
import { endingDependency } from './reference/endingDependency.ts';
import { healthyDependency } from './reference/healthyDependency.ts';
import { linksOutsideBridge } from './reference/linksOutsideBridge.ts';
import { mountPath } from './reference/mountPath.ts';
import { unboundedDependency } from './reference/unboundedDependency.ts';
import { unknownDependency } from './reference/unknownDependency.ts';
import { unknownLink } from './reference/unknownLink.ts';
import { unknownVolume } from './reference/unknownVolume.ts';
import { unknownVolumesFrom } from './reference/unknownVolumesFrom.ts';
import { unmountedVolume } from './reference/unmountedVolume.ts';
import { awslogsRole } from './secret/awslogsRole.ts';
import { duplicateSecret } from './secret/duplicateSecret.ts';
import { ecrRole } from './secret/ecrRole.ts';
import { partialSecretArn } from './secret/partialSecretArn.ts';
import { regionMismatch } from './secret/regionMismatch.ts';
import { registryCredentials } from './secret/registryCredentials.ts';
import { registryRole } from './secret/registryRole.ts';
import { secretAndVariable } from './secret/secretAndVariable.ts';
import { secretsRole } from './secret/secretsRole.ts';
import { valueFrom } from './secret/valueFrom.ts';
import { dockerSocket } from './security/dockerSocket.ts';
import { essentialSidecar } from './security/essentialSidecar.ts';
import { hostNamespace } from './security/hostNamespace.ts';
import { initProcess } from './security/initProcess.ts';
import { privilegedContainer } from './security/privilegedContainer.ts';
import { rootOnHostNetwork } from './security/rootOnHostNetwork.ts';
import { rootUser } from './security/rootUser.ts';
import { versionConsistency } from './security/versionConsistency.ts';
import { writableRoot } from './security/writableRoot.ts';
import { containerCpuSum } from './size/containerCpuSum.ts';
import { containerMemory } from './size/containerMemory.ts';
import { ec2Cpu } from './size/ec2Cpu.ts';
import { fargateCpuMissing } from './size/fargateCpuMissing.ts';
import { fargateMemoryMissing } from './size/fargateMemoryMissing.ts';
import { fargatePair } from './size/fargatePair.ts';
import { noEssential } from './size/noEssential.ts';
import { noMemory } from './size/noMemory.ts';
import { reservedMemorySum } from './size/reservedMemorySum.ts';
import { sizeForm } from './size/sizeForm.ts';
import { softAboveHard } from './size/softAboveHard.ts';
import { tinyMemory } from './size/tinyMemory.ts';
import { unboundedMemory } from './size/unboundedMemory.ts';
import { windowsFargateCpu } from './size/windowsFargateCpu.ts';
import { windowsTaskSize } from './size/windowsTaskSize.ts';
import { containerArray } from './structure/containerArray.ts';
import { duplicateKey } from './structure/duplicateKey.ts';
import { enumValue } from './structure/enumValue.ts';
import { foreignCasing } from './structure/foreignCasing.ts';
import { imagePlaceholder } from './structure/imagePlaceholder.ts';
import { nullValue } from './structure/nullValue.ts';
import { outputOnlyProperty } from './structure/outputOnlyProperty.ts';
import { requiredProperty } from './structure/requiredProperty.ts';
import { size } from './structure/size.ts';
import { strictJson } from './structure/strictJson.ts';
import { syntax } from './structure/syntax.ts';
import { template } from './structure/template.ts';
import { unknownProperty } from './structure/unknownProperty.ts';
import { wrapper } from './structure/wrapper.ts';
import { wrongType } from './structure/wrongType.ts';
import { absolutePaths } from './volume/absolutePaths.ts';
import { configuredAtLaunch } from './volume/configuredAtLaunch.ts';
import { dockerVolume } from './volume/dockerVolume.ts';
import { dockerVolumeDetails } from './volume/dockerVolumeDetails.ts';
import { efsAccessPointRoot } from './volume/efsAccessPointRoot.ts';
import { efsEncryption } from './volume/efsEncryption.ts';
import { efsIds } from './volume/efsIds.ts';
import { efsPort } from './volume/efsPort.ts';
import { efsTaskRole } from './volume/efsTaskRole.ts';
import { fsx } from './volume/fsx.ts';
import { readonlyRoot } from './volume/readonlyRoot.ts';
import { s3files } from './volume/s3files.ts';
import { sourcePath } from './volume/sourcePath.ts';
import { volumeKinds } from './volume/volumeKinds.ts';
import { volumeName } from './volume/volumeName.ts';

/** Rules that hold for every file with a schema. */
const structureRules: readonly Rule<Subject>[] = [
  unknownProperty,
  foreignCasing,
  wrongType,
  requiredProperty,
  enumValue,
  duplicateKey,
  nullValue,
  strictJson,
  template,
  imagePlaceholder,
  syntax,
];

/** Every rule on task definitions. A new rule is one line here. */
export const taskRules: readonly Rule[] = [
  ...structureRules,
  outputOnlyProperty,
  wrapper,
  containerArray,
  size,
  familyMissing,
  familyName,
  containersMissing,
  containerCount,
  containerNameMissing,
  containerName,
  imageMissing,
  duplicateContainerName,
  fargateNetworkMode,
  fargateCpuMissing,
  fargateMemoryMissing,
  sizeForm,
  fargatePair,
  unknownDependency,
  awslogsOptions,
  imageReference,
  compatibilityMissing,
  roleArn,
  sameRoles,
  tags,
  faultInjection,
  windowsFargateCpu,
  ec2Cpu,
  fargateOperatingSystem,
  armNeedsLinux,
  platformMissing,
  managedInstances,
  external,
  bothLaunchTypes,
  windowsNetworkMode,
  noEssential,
  containerCpuSum,
  containerMemory,
  reservedMemorySum,
  softAboveHard,
  noMemory,
  tinyMemory,
  unboundedMemory,
  windowsTaskSize,
  hostPortDiffers,
  containerPortMissing,
  hostPortTwice,
  containerPortTwice,
  duplicatePortName,
  appProtocolWithoutName,
  portName,
  appProtocolUdp,
  portsWithoutNetwork,
  fixedHostPort,
  reservedHostPort,
  portRange,
  portOnTwoProtocols,
  windowsReservedPort,
  protocolName,
  unknownVolume,
  unmountedVolume,
  mountPath,
  unknownVolumesFrom,
  linksOutsideBridge,
  unknownLink,
  dependencyCycle,
  endingDependency,
  healthyDependency,
  unboundedDependency,
  sourcePath,
  absolutePaths,
  dockerVolume,
  efsEncryption,
  efsAccessPointRoot,
  efsPort,
  volumeKinds,
  volumeName,
  configuredAtLaunch,
  efsTaskRole,
  s3files,
  fsx,
  dockerVolumeDetails,
  efsIds,
  readonlyRoot,
  ecrRole,
  awslogsRole,
  secretsRole,
  registryRole,
  duplicateVariable,
  duplicateSecret,
  secretAndVariable,
  accessKey,
  credentialValue,
  secretInPlain,
  valueFrom,
  partialSecretArn,
  regionMismatch,
  environmentFiles,
  variableName,
  injectedVariable,
  registryCredentials,
  firelensRouter,
  idleFirelens,
  driverOnLaunchType,
  streamPrefix,
  unknownOption,
  datetimeAndPattern,
  logGroupName,
  logRegion,
  logMode,
  splunkOptions,
  firelensConfigFromS3,
  firelensOptionValues,
  firelensLoop,
  secondRouter,
  firelensPractice,
  secretLogOption,
  noLogs,
  secretOptionName,
  checkCommand,
  shellForm,
  checkRanges,
  timeoutAboveInterval,
  checkProgram,
  localhost,
  timeouts,
  restartPolicy,
  loadBalancedCheck,
  privileged,
  awsvpcMembers,
  dockerSecurityOptions,
  linuxParametersOnFargate,
  capabilitiesOnFargate,
  capabilityName,
  gpuOnFargate,
  resourceRequirements,
  ulimits,
  placementConstraints,
  ipcMode,
  pidMode,
  hostNamespace,
  systemControls,
  swap,
  tmpfs,
  ephemeralStorage,
  inferenceAccelerators,
  proxyConfiguration,
  windowsMembers,
  windowsEnvironmentFiles,
  credentialSpecs,
  userForm,
  hostAddresses,
  workingDirectory,
  rootOnHostNetwork,
  versionConsistency,
  latestTag,
  noTag,
  dockerHub,
  privilegedContainer,
  writableRoot,
  rootUser,
  initProcess,
  dockerSocket,
  essentialSidecar,
  ...crossFileRules,
];

/** Every rule on service definitions. */
export const serviceRules: readonly Rule<Subject>[] = structureRules;
