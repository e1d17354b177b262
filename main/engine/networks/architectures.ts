/** The networks that can be trained from nothing, by name. */
export const architectures = ['efficientnet-b0', 'efficientnet-v2-s', 'resnet50', 'alexnet', 'small-cnn'] as const
