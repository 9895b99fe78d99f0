-- A challenge is redeemed once, on whichever instance; rows go when their challenge has expired.
CREATE TABLE redemption (
  nonce BINARY(16) NOT NULL PRIMARY KEY,
  expires_at DATETIME(6) NOT NULL,
  comment_id BINARY(16) NULL,
  fingerprint CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  KEY expiry (expires_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
