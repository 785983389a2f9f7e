HTTP/1.1 200 
X-Request-Id: 01a21c54-6ab3-7a6f-9dca-218d7df7b2b6
As-Of: 2027-11-27T09:26:37.223408Z
As-Of-Position: 155
Content-Disposition: inline;filename=f.txt
X-Content-Type-Options: nosniff
X-XSS-Protection: 0
Cache-Control: no-cache, no-store, max-age=0, must-revalidate
Pragma: no-cache
Expires: 0
X-Frame-Options: DENY
Content-Security-Policy: default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'
Referrer-Policy: no-referrer
Content-Type: application/json
Content-Length: 625
Date: Fri, 27 Nov 2026 09:27:04 GMT

