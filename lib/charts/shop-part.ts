/** A part of the shop. The value is the name of its Service, or of what else it renders. */
export enum ShopPart {
  API_GATEWAY = 'api-gateway',
  FRONTEND = 'frontend',
  /** The gateway for requests from outside. */
  GATEWAY = 'ecommerce-gateway',
  INVENTORY = 'inventory-service',
  ORDER = 'order-service',
  PAYMENT = 'payment-service',
  PRODUCT = 'product-service',
  /** The second version of the products. */
  PRODUCT_CANARY = 'product-service-v2',
  USER = 'user-service',
}
