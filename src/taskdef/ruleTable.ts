// Written by `npm run generate` from the files in rules/.
// oxlint-disable max-lines
import type { Rule } from './rule/rule.ts';
import type { Service } from './document/service.ts';
import { commandForm } from './rules/command/commandForm.ts';
import { commandLine } from './rules/command/commandLine.ts';
import { shellScript } from './rules/command/shellScript.ts';
import { shellSyntax } from './rules/command/shellSyntax.ts';
import { pipelineImage } from './rules/crossFile/pipelineImage.ts';
import { renderedContainer } from './rules/crossFile/renderedContainer.ts';
import { serviceContainer } from './rules/crossFile/serviceContainer.ts';
import { serviceContainerPort } from './rules/crossFile/serviceContainerPort.ts';
import { serviceLaunchType } from './rules/crossFile/serviceLaunchType.ts';
import { serviceNetwork } from './rules/crossFile/serviceNetwork.ts';
import { accessKey } from './rules/environment/accessKey.ts';
import { credentialValue } from './rules/environment/credentialValue.ts';
import { duplicateVariable } from './rules/environment/duplicateVariable.ts';
import { environmentFiles } from './rules/environment/environmentFiles.ts';
import { injectedVariable } from './rules/environment/injectedVariable.ts';
import { secretInPlain } from './rules/environment/secretInPlain.ts';
import { unexpandedReference } from './rules/environment/unexpandedReference.ts';
import { unreadableName } from './rules/environment/unreadableName.ts';
import { variableName } from './rules/environment/variableName.ts';
import { checkCommand } from './rules/health/checkCommand.ts';
import { checkProgram } from './rules/health/checkProgram.ts';
import { checkRanges } from './rules/health/checkRanges.ts';
import { loadBalancedCheck } from './rules/health/loadBalancedCheck.ts';
import { localhost } from './rules/health/localhost.ts';
import { restartPolicy } from './rules/health/restartPolicy.ts';
import { shellForm } from './rules/health/shellForm.ts';
import { timeoutAboveInterval } from './rules/health/timeoutAboveInterval.ts';
import { timeouts } from './rules/health/timeouts.ts';
import { dockerHub } from './rules/image/dockerHub.ts';
import { latestTag } from './rules/image/latestTag.ts';
import { noTag } from './rules/image/noTag.ts';
import { armNeedsLinux } from './rules/launch/armNeedsLinux.ts';
import { bothLaunchTypes } from './rules/launch/bothLaunchTypes.ts';
import { compatibilityMissing } from './rules/launch/compatibilityMissing.ts';
import { external } from './rules/launch/external.ts';
import { fargateOperatingSystem } from './rules/launch/fargateOperatingSystem.ts';
import { faultInjection } from './rules/launch/faultInjection.ts';
import { managedInstances } from './rules/launch/managedInstances.ts';
import { platformMissing } from './rules/launch/platformMissing.ts';
import { capabilitiesOnFargate } from './rules/linux/capabilitiesOnFargate.ts';
import { capabilityName } from './rules/linux/capabilityName.ts';
import { ipcMode } from './rules/linux/ipcMode.ts';
import { linuxParametersOnFargate } from './rules/linux/linuxParametersOnFargate.ts';
import { pidMode } from './rules/linux/pidMode.ts';
import { swap } from './rules/linux/swap.ts';
import { systemControls } from './rules/linux/systemControls.ts';
import { tmpfs } from './rules/linux/tmpfs.ts';
import { ulimits } from './rules/linux/ulimits.ts';
import { userForm } from './rules/linux/userForm.ts';
import { workingDirectory } from './rules/linux/workingDirectory.ts';
import { awslogsOptions } from './rules/logging/awslogsOptions.ts';
import { datetimeAndPattern } from './rules/logging/datetimeAndPattern.ts';
import { driverOnLaunchType } from './rules/logging/driverOnLaunchType.ts';
import { firelensConfigFromS3 } from './rules/logging/firelensConfigFromS3.ts';
import { firelensLoop } from './rules/logging/firelensLoop.ts';
import { firelensOptionValues } from './rules/logging/firelensOptionValues.ts';
import { firelensPractice } from './rules/logging/firelensPractice.ts';
import { firelensRouter } from './rules/logging/firelensRouter.ts';
import { idleFirelens } from './rules/logging/idleFirelens.ts';
import { logGroupName } from './rules/logging/logGroupName.ts';
import { logMode } from './rules/logging/logMode.ts';
import { logRegion } from './rules/logging/logRegion.ts';
import { noLogs } from './rules/logging/noLogs.ts';
import { secondRouter } from './rules/logging/secondRouter.ts';
import { secretLogOption } from './rules/logging/secretLogOption.ts';
import { secretOptionName } from './rules/logging/secretOptionName.ts';
import { splunkOptions } from './rules/logging/splunkOptions.ts';
import { streamPrefix } from './rules/logging/streamPrefix.ts';
import { unknownOption } from './rules/logging/unknownOption.ts';
import { containerCount } from './rules/naming/containerCount.ts';
import { containerName } from './rules/naming/containerName.ts';
import { containerNameMissing } from './rules/naming/containerNameMissing.ts';
import { containersMissing } from './rules/naming/containersMissing.ts';
import { duplicateContainerName } from './rules/naming/duplicateContainerName.ts';
import { familyMissing } from './rules/naming/familyMissing.ts';
import { familyName } from './rules/naming/familyName.ts';
import { imageMissing } from './rules/naming/imageMissing.ts';
import { imageReference } from './rules/naming/imageReference.ts';
import { roleArn } from './rules/naming/roleArn.ts';
import { sameRoles } from './rules/naming/sameRoles.ts';
import { tags } from './rules/naming/tags.ts';
import { awsvpcMembers } from './rules/network/awsvpcMembers.ts';
import { fargateNetworkMode } from './rules/network/fargateNetworkMode.ts';
import { hostAddresses } from './rules/network/hostAddresses.ts';
import { proxyConfiguration } from './rules/network/proxyConfiguration.ts';
import { gpuOnFargate } from './rules/placement/gpuOnFargate.ts';
import { inferenceAccelerators } from './rules/placement/inferenceAccelerators.ts';
import { placementConstraints } from './rules/placement/placementConstraints.ts';
import { resourceRequirements } from './rules/placement/resourceRequirements.ts';
import { appProtocolUdp } from './rules/port/appProtocolUdp.ts';
import { appProtocolWithoutName } from './rules/port/appProtocolWithoutName.ts';
import { containerPortMissing } from './rules/port/containerPortMissing.ts';
import { containerPortTwice } from './rules/port/containerPortTwice.ts';
import { duplicatePortName } from './rules/port/duplicatePortName.ts';
import { fixedHostPort } from './rules/port/fixedHostPort.ts';
import { hostPortDiffers } from './rules/port/hostPortDiffers.ts';
import { hostPortTwice } from './rules/port/hostPortTwice.ts';
import { portName } from './rules/port/portName.ts';
import { portOnTwoProtocols } from './rules/port/portOnTwoProtocols.ts';
import { portRange } from './rules/port/portRange.ts';
import { portsWithoutNetwork } from './rules/port/portsWithoutNetwork.ts';
import { protocolName } from './rules/port/protocolName.ts';
import { reservedHostPort } from './rules/port/reservedHostPort.ts';
import { containerAddress } from './rules/reference/containerAddress.ts';
import { dependencyCycle } from './rules/reference/dependencyCycle.ts';
import { endingDependency } from './rules/reference/endingDependency.ts';
import { healthyDependency } from './rules/reference/healthyDependency.ts';
import { linksOutsideBridge } from './rules/reference/linksOutsideBridge.ts';
import { localhostAddress } from './rules/reference/localhostAddress.ts';
import { mountPath } from './rules/reference/mountPath.ts';
import { unboundedDependency } from './rules/reference/unboundedDependency.ts';
import { unknownDependency } from './rules/reference/unknownDependency.ts';
import { unknownLink } from './rules/reference/unknownLink.ts';
import { unknownVolume } from './rules/reference/unknownVolume.ts';
import { unknownVolumesFrom } from './rules/reference/unknownVolumesFrom.ts';
import { unmountedVolume } from './rules/reference/unmountedVolume.ts';
import { awslogsRole } from './rules/secret/awslogsRole.ts';
import { duplicateSecret } from './rules/secret/duplicateSecret.ts';
import { ecrRole } from './rules/secret/ecrRole.ts';
import { partialSecretArn } from './rules/secret/partialSecretArn.ts';
import { regionMismatch } from './rules/secret/regionMismatch.ts';
import { registryCredentials } from './rules/secret/registryCredentials.ts';
import { registryRole } from './rules/secret/registryRole.ts';
import { secretAndVariable } from './rules/secret/secretAndVariable.ts';
import { secretsRole } from './rules/secret/secretsRole.ts';
import { valueFrom } from './rules/secret/valueFrom.ts';
import { dockerSecurityOptions } from './rules/security/dockerSecurityOptions.ts';
import { dockerSocket } from './rules/security/dockerSocket.ts';
import { essentialSidecar } from './rules/security/essentialSidecar.ts';
import { hostNamespace } from './rules/security/hostNamespace.ts';
import { initProcess } from './rules/security/initProcess.ts';
import { privileged } from './rules/security/privileged.ts';
import { privilegedContainer } from './rules/security/privilegedContainer.ts';
import { rootOnHostNetwork } from './rules/security/rootOnHostNetwork.ts';
import { rootUser } from './rules/security/rootUser.ts';
import { versionConsistency } from './rules/security/versionConsistency.ts';
import { writableRoot } from './rules/security/writableRoot.ts';
import { externalMembers } from './rules/serviceCapacity/externalMembers.ts';
import { launchTypeAndStrategy } from './rules/serviceCapacity/launchTypeAndStrategy.ts';
import { managedInstancesLaunch } from './rules/serviceCapacity/managedInstancesLaunch.ts';
import { mixedProviders } from './rules/serviceCapacity/mixedProviders.ts';
import { platformOffFargate } from './rules/serviceCapacity/platformOffFargate.ts';
import { platformVersion } from './rules/serviceCapacity/platformVersion.ts';
import { providerBase } from './rules/serviceCapacity/providerBase.ts';
import { providerLimits } from './rules/serviceCapacity/providerLimits.ts';
import { providerName } from './rules/serviceCapacity/providerName.ts';
import { providerTwice } from './rules/serviceCapacity/providerTwice.ts';
import { providerWeights } from './rules/serviceCapacity/providerWeights.ts';
import { connectContainers } from './rules/serviceConnect/connectContainers.ts';
import { connectDisabled } from './rules/serviceConnect/connectDisabled.ts';
import { connectDiscoveryName } from './rules/serviceConnect/connectDiscoveryName.ts';
import { connectDnsName } from './rules/serviceConnect/connectDnsName.ts';
import { connectLimits } from './rules/serviceConnect/connectLimits.ts';
import { connectLog } from './rules/serviceConnect/connectLog.ts';
import { connectNames } from './rules/serviceConnect/connectNames.ts';
import { connectNamespace } from './rules/serviceConnect/connectNamespace.ts';
import { connectSecret } from './rules/serviceConnect/connectSecret.ts';
import { connectTls } from './rules/serviceConnect/connectTls.ts';
import { advancedConfiguration } from './rules/serviceDeployment/advancedConfiguration.ts';
import { advancedConfigurationMissing } from './rules/serviceDeployment/advancedConfigurationMissing.ts';
import { alternateTargetGroup } from './rules/serviceDeployment/alternateTargetGroup.ts';
import { circuitBreaker } from './rules/serviceDeployment/circuitBreaker.ts';
import { codeDeployLoadBalancer } from './rules/serviceDeployment/codeDeployLoadBalancer.ts';
import { controllerScheduling } from './rules/serviceDeployment/controllerScheduling.ts';
import { controllerServiceConnect } from './rules/serviceDeployment/controllerServiceConnect.ts';
import { controllerStrategy } from './rules/serviceDeployment/controllerStrategy.ts';
import { daemonPercent } from './rules/serviceDeployment/daemonPercent.ts';
import { deploymentAlarms } from './rules/serviceDeployment/deploymentAlarms.ts';
import { deploymentBounds } from './rules/serviceDeployment/deploymentBounds.ts';
import { earlySuccess } from './rules/serviceDeployment/earlySuccess.ts';
import { externalController } from './rules/serviceDeployment/externalController.ts';
import { failureDetection } from './rules/serviceDeployment/failureDetection.ts';
import { healthCheckGrace } from './rules/serviceDeployment/healthCheckGrace.ts';
import { hookStages } from './rules/serviceDeployment/hookStages.ts';
import { lifecycleHook } from './rules/serviceDeployment/lifecycleHook.ts';
import { listenerRules } from './rules/serviceDeployment/listenerRules.ts';
import { loadBalancerRole } from './rules/serviceDeployment/loadBalancerRole.ts';
import { monitoring } from './rules/serviceDeployment/monitoring.ts';
import { noRoom } from './rules/serviceDeployment/noRoom.ts';
import { percentRange } from './rules/serviceDeployment/percentRange.ts';
import { serviceCounts } from './rules/serviceDeployment/serviceCounts.ts';
import { strategyConfiguration } from './rules/serviceDeployment/strategyConfiguration.ts';
import { trafficShiftRange } from './rules/serviceDeployment/trafficShiftRange.ts';
import { trafficToShift } from './rules/serviceDeployment/trafficToShift.ts';
import { zoneRebalancing } from './rules/serviceDeployment/zoneRebalancing.ts';
import { describedAnswer } from './rules/serviceForm/describedAnswer.ts';
import { describedMembers } from './rules/serviceForm/describedMembers.ts';
import { expressService } from './rules/serviceForm/expressService.ts';
import { clientToken } from './rules/serviceNaming/clientToken.ts';
import { clusterName } from './rules/serviceNaming/clusterName.ts';
import { serviceName } from './rules/serviceNaming/serviceName.ts';
import { serviceRequired } from './rules/serviceNaming/serviceRequired.ts';
import { serviceTags } from './rules/serviceNaming/serviceTags.ts';
import { taskDefinitionReference } from './rules/serviceNaming/taskDefinitionReference.ts';
import { fargateNetwork } from './rules/serviceNetwork/fargateNetwork.ts';
import { networkIds } from './rules/serviceNetwork/networkIds.ts';
import { networkLimits } from './rules/serviceNetwork/networkLimits.ts';
import { publicIp } from './rules/serviceNetwork/publicIp.ts';
import { pairConnect } from './rules/servicePair/pairConnect.ts';
import { pairContainer } from './rules/servicePair/pairContainer.ts';
import { pairExec } from './rules/servicePair/pairExec.ts';
import { pairLaunchType } from './rules/servicePair/pairLaunchType.ts';
import { pairNetwork } from './rules/servicePair/pairNetwork.ts';
import { pairPlatform } from './rules/servicePair/pairPlatform.ts';
import { pairPort } from './rules/servicePair/pairPort.ts';
import { pairPortName } from './rules/servicePair/pairPortName.ts';
import { pairProtocol } from './rules/servicePair/pairProtocol.ts';
import { pairRegistry } from './rules/servicePair/pairRegistry.ts';
import { pairVolume } from './rules/servicePair/pairVolume.ts';
import { constraintForm } from './rules/servicePlacement/constraintForm.ts';
import { fargatePlacement } from './rules/servicePlacement/fargatePlacement.ts';
import { placementLimits } from './rules/servicePlacement/placementLimits.ts';
import { strategyForm } from './rules/servicePlacement/strategyForm.ts';
import { daemonCapacity } from './rules/serviceScheduling/daemonCapacity.ts';
import { daemonCount } from './rules/serviceScheduling/daemonCount.ts';
import { daemonPlacement } from './rules/serviceScheduling/daemonPlacement.ts';
import { desiredCount } from './rules/serviceScheduling/desiredCount.ts';
import { arnsAgree } from './rules/serviceTraffic/arnsAgree.ts';
import { classicLoadBalancer } from './rules/serviceTraffic/classicLoadBalancer.ts';
import { infrastructureRole } from './rules/serviceTraffic/infrastructureRole.ts';
import { registryForm } from './rules/serviceTraffic/registryForm.ts';
import { registryPort } from './rules/serviceTraffic/registryPort.ts';
import { targetGroupArn } from './rules/serviceTraffic/targetGroupArn.ts';
import { targetOrName } from './rules/serviceTraffic/targetOrName.ts';
import { targetTwice } from './rules/serviceTraffic/targetTwice.ts';
import { trafficContainer } from './rules/serviceTraffic/trafficContainer.ts';
import { trafficLimits } from './rules/serviceTraffic/trafficLimits.ts';
import { volumeCount } from './rules/serviceVolume/volumeCount.ts';
import { volumeEncryption } from './rules/serviceVolume/volumeEncryption.ts';
import { volumeRatio } from './rules/serviceVolume/volumeRatio.ts';
import { volumeScheduling } from './rules/serviceVolume/volumeScheduling.ts';
import { volumeSource } from './rules/serviceVolume/volumeSource.ts';
import { volumeTags } from './rules/serviceVolume/volumeTags.ts';
import { volumeType } from './rules/serviceVolume/volumeType.ts';
import { containerCpuSum } from './rules/size/containerCpuSum.ts';
import { containerMemory } from './rules/size/containerMemory.ts';
import { ec2Cpu } from './rules/size/ec2Cpu.ts';
import { ephemeralStorage } from './rules/size/ephemeralStorage.ts';
import { fargateCpuMissing } from './rules/size/fargateCpuMissing.ts';
import { fargateMemoryMissing } from './rules/size/fargateMemoryMissing.ts';
import { fargatePair } from './rules/size/fargatePair.ts';
import { noEssential } from './rules/size/noEssential.ts';
import { noMemory } from './rules/size/noMemory.ts';
import { reservedMemorySum } from './rules/size/reservedMemorySum.ts';
import { sizeForm } from './rules/size/sizeForm.ts';
import { softAboveHard } from './rules/size/softAboveHard.ts';
import { tinyMemory } from './rules/size/tinyMemory.ts';
import { unboundedMemory } from './rules/size/unboundedMemory.ts';
import { commentKey } from './rules/structure/commentKey.ts';
import { containerArray } from './rules/structure/containerArray.ts';
import { duplicateKey } from './rules/structure/duplicateKey.ts';
import { enumValue } from './rules/structure/enumValue.ts';
import { foreignCasing } from './rules/structure/foreignCasing.ts';
import { imagePlaceholder } from './rules/structure/imagePlaceholder.ts';
import { nullValue } from './rules/structure/nullValue.ts';
import { outputOnlyProperty } from './rules/structure/outputOnlyProperty.ts';
import { requiredProperty } from './rules/structure/requiredProperty.ts';
import { severalDefinitions } from './rules/structure/severalDefinitions.ts';
import { size } from './rules/structure/size.ts';
import { strictJson } from './rules/structure/strictJson.ts';
import { syntax } from './rules/structure/syntax.ts';
import { template } from './rules/structure/template.ts';
import { unfilledSkeleton } from './rules/structure/unfilledSkeleton.ts';
import { unknownProperty } from './rules/structure/unknownProperty.ts';
import { wrapper } from './rules/structure/wrapper.ts';
import { wrongType } from './rules/structure/wrongType.ts';
import { absolutePaths } from './rules/volume/absolutePaths.ts';
import { configuredAtLaunch } from './rules/volume/configuredAtLaunch.ts';
import { dockerVolume } from './rules/volume/dockerVolume.ts';
import { dockerVolumeDetails } from './rules/volume/dockerVolumeDetails.ts';
import { efsAccessPointRoot } from './rules/volume/efsAccessPointRoot.ts';
import { efsEncryption } from './rules/volume/efsEncryption.ts';
import { efsIds } from './rules/volume/efsIds.ts';
import { efsPort } from './rules/volume/efsPort.ts';
import { efsTaskRole } from './rules/volume/efsTaskRole.ts';
import { fsx } from './rules/volume/fsx.ts';
import { readonlyRoot } from './rules/volume/readonlyRoot.ts';
import { s3files } from './rules/volume/s3files.ts';
import { sourcePath } from './rules/volume/sourcePath.ts';
import { volumeKinds } from './rules/volume/volumeKinds.ts';
import { volumeName } from './rules/volume/volumeName.ts';
import { credentialSpecs } from './rules/windows/credentialSpecs.ts';
import { windowsEnvironmentFiles } from './rules/windows/windowsEnvironmentFiles.ts';
import { windowsFargateCpu } from './rules/windows/windowsFargateCpu.ts';
import { windowsMembers } from './rules/windows/windowsMembers.ts';
import { windowsNetworkMode } from './rules/windows/windowsNetworkMode.ts';
import { windowsReservedPort } from './rules/windows/windowsReservedPort.ts';
import { windowsTaskSize } from './rules/windows/windowsTaskSize.ts';

/** Every rule on task definitions. */
export const taskRules: readonly Rule[] = [
  commandForm,
  commandLine,
  shellScript,
  shellSyntax,
  pipelineImage,
  renderedContainer,
  serviceContainer,
  serviceContainerPort,
  serviceLaunchType,
  serviceNetwork,
  accessKey,
  credentialValue,
  duplicateVariable,
  environmentFiles,
  injectedVariable,
  secretInPlain,
  unexpandedReference,
  unreadableName,
  variableName,
  checkCommand,
  checkProgram,
  checkRanges,
  loadBalancedCheck,
  localhost,
  restartPolicy,
  shellForm,
  timeoutAboveInterval,
  timeouts,
  dockerHub,
  latestTag,
  noTag,
  armNeedsLinux,
  bothLaunchTypes,
  compatibilityMissing,
  external,
  fargateOperatingSystem,
  faultInjection,
  managedInstances,
  platformMissing,
  capabilitiesOnFargate,
  capabilityName,
  ipcMode,
  linuxParametersOnFargate,
  pidMode,
  swap,
  systemControls,
  tmpfs,
  ulimits,
  userForm,
  workingDirectory,
  awslogsOptions,
  datetimeAndPattern,
  driverOnLaunchType,
  firelensConfigFromS3,
  firelensLoop,
  firelensOptionValues,
  firelensPractice,
  firelensRouter,
  idleFirelens,
  logGroupName,
  logMode,
  logRegion,
  noLogs,
  secondRouter,
  secretLogOption,
  secretOptionName,
  splunkOptions,
  streamPrefix,
  unknownOption,
  containerCount,
  containerName,
  containerNameMissing,
  containersMissing,
  duplicateContainerName,
  familyMissing,
  familyName,
  imageMissing,
  imageReference,
  roleArn,
  sameRoles,
  tags,
  awsvpcMembers,
  fargateNetworkMode,
  hostAddresses,
  proxyConfiguration,
  gpuOnFargate,
  inferenceAccelerators,
  placementConstraints,
  resourceRequirements,
  appProtocolUdp,
  appProtocolWithoutName,
  containerPortMissing,
  containerPortTwice,
  duplicatePortName,
  fixedHostPort,
  hostPortDiffers,
  hostPortTwice,
  portName,
  portOnTwoProtocols,
  portRange,
  portsWithoutNetwork,
  protocolName,
  reservedHostPort,
  containerAddress,
  dependencyCycle,
  endingDependency,
  healthyDependency,
  linksOutsideBridge,
  localhostAddress,
  mountPath,
  unboundedDependency,
  unknownDependency,
  unknownLink,
  unknownVolume,
  unknownVolumesFrom,
  unmountedVolume,
  awslogsRole,
  duplicateSecret,
  ecrRole,
  partialSecretArn,
  regionMismatch,
  registryCredentials,
  registryRole,
  secretAndVariable,
  secretsRole,
  valueFrom,
  dockerSecurityOptions,
  dockerSocket,
  essentialSidecar,
  hostNamespace,
  initProcess,
  privileged,
  privilegedContainer,
  rootOnHostNetwork,
  rootUser,
  versionConsistency,
  writableRoot,
  containerCpuSum,
  containerMemory,
  ec2Cpu,
  ephemeralStorage,
  fargateCpuMissing,
  fargateMemoryMissing,
  fargatePair,
  noEssential,
  noMemory,
  reservedMemorySum,
  sizeForm,
  softAboveHard,
  tinyMemory,
  unboundedMemory,
  commentKey,
  containerArray,
  duplicateKey,
  enumValue,
  foreignCasing,
  imagePlaceholder,
  nullValue,
  outputOnlyProperty,
  requiredProperty,
  severalDefinitions,
  size,
  strictJson,
  syntax,
  template,
  unfilledSkeleton,
  unknownProperty,
  wrapper,
  wrongType,
  absolutePaths,
  configuredAtLaunch,
  dockerVolume,
  dockerVolumeDetails,
  efsAccessPointRoot,
  efsEncryption,
  efsIds,
  efsPort,
  efsTaskRole,
  fsx,
  readonlyRoot,
  s3files,
  sourcePath,
  volumeKinds,
  volumeName,
  credentialSpecs,
  windowsEnvironmentFiles,
  windowsFargateCpu,
  windowsMembers,
  windowsNetworkMode,
  windowsReservedPort,
  windowsTaskSize,
];

/** Every rule on service definitions. */
export const serviceRules: readonly Rule<Service>[] = [
  externalMembers,
  launchTypeAndStrategy,
  managedInstancesLaunch,
  mixedProviders,
  platformOffFargate,
  platformVersion,
  providerBase,
  providerLimits,
  providerName,
  providerTwice,
  providerWeights,
  connectContainers,
  connectDisabled,
  connectDiscoveryName,
  connectDnsName,
  connectLimits,
  connectLog,
  connectNames,
  connectNamespace,
  connectSecret,
  connectTls,
  advancedConfiguration,
  advancedConfigurationMissing,
  alternateTargetGroup,
  circuitBreaker,
  codeDeployLoadBalancer,
  controllerScheduling,
  controllerServiceConnect,
  controllerStrategy,
  daemonPercent,
  deploymentAlarms,
  deploymentBounds,
  earlySuccess,
  externalController,
  failureDetection,
  healthCheckGrace,
  hookStages,
  lifecycleHook,
  listenerRules,
  loadBalancerRole,
  monitoring,
  noRoom,
  percentRange,
  serviceCounts,
  strategyConfiguration,
  trafficShiftRange,
  trafficToShift,
  zoneRebalancing,
  describedAnswer,
  describedMembers,
  expressService,
  clientToken,
  clusterName,
  serviceName,
  serviceRequired,
  serviceTags,
  taskDefinitionReference,
  fargateNetwork,
  networkIds,
  networkLimits,
  publicIp,
  pairConnect,
  pairContainer,
  pairExec,
  pairLaunchType,
  pairNetwork,
  pairPlatform,
  pairPort,
  pairPortName,
  pairProtocol,
  pairRegistry,
  pairVolume,
  constraintForm,
  fargatePlacement,
  placementLimits,
  strategyForm,
  daemonCapacity,
  daemonCount,
  daemonPlacement,
  desiredCount,
  arnsAgree,
  classicLoadBalancer,
  infrastructureRole,
  registryForm,
  registryPort,
  targetGroupArn,
  targetOrName,
  targetTwice,
  trafficContainer,
  trafficLimits,
  volumeCount,
  volumeEncryption,
  volumeRatio,
  volumeScheduling,
  volumeSource,
  volumeTags,
  volumeType,
  commentKey,
  duplicateKey,
  enumValue,
  foreignCasing,
  imagePlaceholder,
  nullValue,
  requiredProperty,
  strictJson,
  syntax,
  template,
  unfilledSkeleton,
  unknownProperty,
  wrongType,
];
